import type { Appearance, Language } from '../../../preload/contract/common';
import { applyAppearance, backgroundColor } from './appearance';
import type { ElectronModule, ElectronWindow } from './electron-module';
import { menuTemplate } from './menu';
import { type ShellTexts, shellTexts, systemLanguage } from './texts';

/** How the parts of the app that are not the page look and speak. */
export interface Presentation {
  readonly texts: ShellTexts;
  /** Follows the settings: theme of the title bar, colour behind the page, words of the menu. */
  present(wanted: { appearance: Appearance; language: Language }): void;
  /** Keeps the colour behind the page in step with the theme. */
  follow(window: ElectronWindow): void;
}

type Parts = Pick<ElectronModule, 'Menu' | 'nativeTheme'>;

interface PresentationOptions {
  readonly platform: NodeJS.Platform;
  readonly isPackaged: boolean;
  readonly locales: readonly string[];
  navigate(page: 'settings' | 'about'): void;
}

/** Starts in the system's language, until the settings say otherwise. */
export function createPresentation(
  { Menu, nativeTheme }: Parts,
  { platform, isPackaged, locales, navigate }: PresentationOptions,
): Presentation {
  let texts: ShellTexts;
  let window: ElectronWindow | null = null;
  const speak = (language: Language) => {
    texts = shellTexts(language);
    const template = menuTemplate({ platform, texts, isPackaged, navigate });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  };
  nativeTheme.on('updated', () => window?.setBackgroundColor(backgroundColor(nativeTheme)));
  speak(systemLanguage(locales));
  return {
    get texts() {
      return texts;
    },
    present({ appearance, language }) {
      applyAppearance(nativeTheme, appearance);
      speak(language);
    },
    follow(followed) {
      window = followed;
      followed.on('closed', () => {
        if (window === followed) window = null;
      });
    },
  };
}
