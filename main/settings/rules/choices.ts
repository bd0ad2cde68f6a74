import * as v from 'valibot';
import { Appearance, Language } from '../../../preload/contract/common';
import type { Checked } from './rule';

/** Empty follows the system's languages. */
export function checkLanguage(typed: string): Checked {
  return typed.trim() === '' ? { value: '' } : checkOption(Language, typed);
}

export function checkAppearance(typed: string): Checked {
  return checkOption(Appearance, typed);
}

function checkOption(options: typeof Language | typeof Appearance, typed: string): Checked {
  const choice = v.safeParse(options, typed.trim().toLowerCase());
  return choice.success ? { value: choice.output } : { problem: 'not-in-list' };
}
