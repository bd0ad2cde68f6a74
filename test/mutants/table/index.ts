import { account } from './account.ts';
import { answers } from './answers.ts';
import { browserShell } from './browser-shell.ts';
import { desk } from './desk.ts';
import { electronShell } from './electron-shell.ts';
import type { MutatedFile } from './mutant.ts';
import { otherUsers } from './other-users.ts';
import { pages } from './pages.ts';
import { registration } from './registration.ts';
import { storage } from './storage.ts';
import { traffic } from './traffic.ts';
import { typed } from './typed.ts';

/** Every line of main that protects a person, their tokens or their computer. */
export const table: readonly MutatedFile[] = [
  ...pages,
  ...electronShell,
  ...browserShell,
  ...otherUsers,
  ...traffic,
  ...answers,
  ...registration,
  ...account,
  ...desk,
  ...storage,
  ...typed,
];
