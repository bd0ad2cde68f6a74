import { capabilitiesOf, type Mode, modes } from './desk';

/** An entry beside every page, and in the menu of a shell that has one. */
interface MenuEntry {
  /** The menu it stands in; a Mac has both in the app's own. */
  readonly menu: 'file' | 'help';
  /** Electron's name of the keys that open the page. */
  readonly accelerator: string | null;
  /** One of the renderer's icons. */
  readonly icon: string;
}

/** What the shells and the renderer have to know of a page of the app. */
interface PageRow {
  /** The desks that have this page. */
  readonly modes: readonly Mode[];
  /** The person may be asked to stay, for what they changed and did not save. */
  readonly hasLeaveGuard: boolean;
  readonly entry: MenuEntry | null;
}

const desksWithSettings = modes.filter((mode) => capabilitiesOf(mode).showsSettings);

/** Every page of the app; `renderer/desk/pages.ts` says what draws each of them. */
export const pageTable = {
  /** Whatever the person is at: a sign-up, their account, the first run. */
  home: { modes, hasLeaveGuard: false, entry: null },
  settings: {
    modes: desksWithSettings,
    hasLeaveGuard: true,
    entry: { menu: 'file', accelerator: 'CmdOrCtrl+,', icon: 'settings' },
  },
  readiness: { modes: desksWithSettings, hasLeaveGuard: false, entry: null },
  about: {
    modes,
    hasLeaveGuard: false,
    entry: { menu: 'help', accelerator: null, icon: 'info' },
  },
} as const satisfies Readonly<Record<string, PageRow>>;

export type PageName = keyof typeof pageTable;

export const pageNames = Object.keys(pageTable) as PageName[];

/** Whether a word, of a history or of another process, is the name of a page. */
export function isPageName(word: unknown): word is PageName {
  return typeof word === 'string' && Object.hasOwn(pageTable, word);
}

/** The pages with an entry of their own. */
export type PageWithEntry = {
  [Name in PageName]: (typeof pageTable)[Name]['entry'] extends null ? never : Name;
}[PageName];

export function hasPage(mode: Mode, page: PageName): boolean {
  return pageTable[page].modes.includes(mode);
}

/** The pages that a desk of this mode has entries for, in the table's order. */
export function pagesWithEntry(mode: Mode): readonly PageWithEntry[] {
  return pageNames.filter(
    (page): page is PageWithEntry => pageTable[page].entry !== null && hasPage(mode, page),
  );
}
