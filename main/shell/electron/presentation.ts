import { chooseLanguage, type Language } from '../../../preload/languages';
import type { Appearance } from '../../../preload/contract/common';
import { type DesktopTexts, loadTexts } from '../../texts';
import type { Mode } from '../../../preload/contract/desk';
import type { PageName } from '../../../preload/contract/pages';
import { applyAppearance, backgroundColor } from './appearance';
import type { ElectronModule, ElectronWindow } from './electron-module';
import { menuTemplate } from './menu';

/** How the parts of the app that are not the page look and speak. */
export interface Presentation {
  readonly texts: DesktopTexts;
  /** Follows the settings: theme of the title bar, colour behind the page, items and words of the menu. */
  present(wanted: { appearance: Appearance; language: Language; mode: Mode }): void;
  /** Keeps the colour behind the page in step with the theme. */
  follow(window: ElectronWindow): void;
}

type Parts = Pick<ElectronModule, 'Menu' | 'nativeTheme'>;

interface PresentationOptions {
  readonly platform: NodeJS.Platform;
  readonly isPackaged: boolean;
  readonly locales: readonly string[];
  navigate(page: PageName): void;
}

/** Starts in the system's language, until the settings say otherwise. */
export async function createPresentation(
  { Menu, nativeTheme }: Parts,
  { platform, isPackaged, locales, navigate }: PresentationOptions,
): Promise<Presentation> {
  let window: ElectronWindow | null = null;
  let spoken = chooseLanguage(locales);
  let desk: Mode = 'personal';
  let texts = await loadTexts('desktop', spoken);
  const draw = () => {
    const template = menuTemplate({ platform, texts, isPackaged, mode: desk, navigate });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  };
  const speak = async (language: Language) => {
    if (language === spoken) return;
    spoken = language;
    const loaded = await loadTexts('desktop', language);
    // Whoever changes the language twice gets the last one, whichever file came first.
    if (spoken !== language) return;
    texts = loaded;
    draw();
  };
  nativeTheme.on('updated', () => window?.setBackgroundColor(backgroundColor(nativeTheme)));
  draw();
  return {
    get texts() {
      return texts;
    },
    present({ appearance, language, mode }) {
      applyAppearance(nativeTheme, appearance);
      if (mode !== desk) {
        desk = mode;
        draw();
      }
      void speak(language);
    },
    follow(followed) {
      window = followed;
      followed.on('closed', () => {
        if (window === followed) window = null;
      });
    },
  };
}
