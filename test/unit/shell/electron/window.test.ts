import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { applyAppearance, backgroundColor } from '../../../../main/shell/electron/appearance';
import { windowOptions } from '../../../../main/shell/electron/window';
import { fakeElectron } from './fake-electron';

const options = (isPackaged = true) =>
  windowOptions({
    preload: '/opt/frontdesk/out/preload/index.cjs',
    isPackaged,
    backgroundColor: '#151a19',
    isDark: true,
    state: { bounds: { x: 5, y: 6, width: 800, height: 700 }, isMaximized: false },
  });

describe('windowOptions', () => {
  it('keeps the page away from Node and from the preload', () => {
    expect(options().webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      experimentalFeatures: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      safeDialogs: true,
    });
  });

  it('has developer tools only before it is packaged', () => {
    expect(options(true).webPreferences?.devTools).toBe(false);
    expect(options(false).webPreferences?.devTools).toBe(true);
  });

  it('is hidden and coloured until the page is painted', () => {
    expect(options()).toMatchObject({ show: false, backgroundColor: '#151a19', darkTheme: true });
  });

  it('opens where it was and goes down to 400 by 600', () => {
    expect(options()).toMatchObject({
      x: 5,
      y: 6,
      width: 800,
      height: 700,
      minWidth: 400,
      minHeight: 600,
    });
  });
});

describe('the appearance', () => {
  it('sets the theme of the title bar', () => {
    const { nativeTheme } = fakeElectron();
    applyAppearance(nativeTheme, 'dark');
    expect(nativeTheme.themeSource).toBe('dark');
    applyAppearance(nativeTheme, 'contrast');
    expect(nativeTheme.themeSource).toBe('system');
  });

  it("stands in for the page with the page's own colours", () => {
    const tokens = readFileSync('renderer/styles/tokens.css', 'utf8');
    const page = /--color-page: light-dark\((#\w+), (#\w+)\)/.exec(tokens);
    const { nativeTheme } = fakeElectron();
    expect(backgroundColor(nativeTheme)).toBe(page?.[1]);
    nativeTheme.isSystemDark = true;
    expect(backgroundColor(nativeTheme)).toBe(page?.[2]);
  });
});
