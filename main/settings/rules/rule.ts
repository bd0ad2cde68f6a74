import type { SettingProblem } from '../../../preload/contract/settings';

/** A typed value in the one form in which it is kept, or what is wrong with it. */
export type Checked = { readonly value: string } | { readonly problem: SettingProblem['problem'] };

/** Invisible characters come along with pasted text and are as wrong as spaces. */
export function hasSpaces(text: string): boolean {
  return /[\s\p{C}]/u.test(text);
}
