import type { Appearance } from '../../../preload/contract/common';

export interface ThemeSource {
  themeSource: 'system' | 'light' | 'dark';
  readonly shouldUseDarkColors: boolean;
}

/** The page's own `--color-page`, so that the window is not seen to change when it is painted. */
const pageColors = { light: '#f4f6f5', dark: '#151a19' } as const;

/** The title bar follows the appearance; high contrast is the page's own and the system's theme. */
export function applyAppearance(nativeTheme: ThemeSource, appearance: Appearance): void {
  nativeTheme.themeSource = appearance === 'contrast' ? 'system' : appearance;
}

/** The colour a window has before its page is painted. */
export function backgroundColor(nativeTheme: ThemeSource): string {
  return nativeTheme.shouldUseDarkColors ? pageColors.dark : pageColors.light;
}
