import type { SettingProblem } from '../../../preload/contract/settings';

/** A typed value in the one form in which it is kept, or what is wrong with it. */
export type Checked = { readonly value: string } | { readonly problem: SettingProblem['problem'] };

/** Invisible characters come along with pasted text and are as wrong as spaces. */
export function hasSpaces(text: string): boolean {
  return /[\s\p{C}]/u.test(text);
}

export function checkClientId(typed: string): Checked {
  const text = typed.trim();
  if (text === '') return { problem: 'empty' };
  if (hasSpaces(text)) return { problem: 'has-spaces' };
  return text.length > 100 ? { problem: 'too-long' } : { value: text };
}

/** RFC 6749 section 3.3, less the comma: people separate scopes with it. */
const scope = /^[\x21\x23-\x2b\x2d-\x5b\x5d-\x7e]+$/;

/** Scopes separated by single spaces, each once, in the order typed. */
export function checkScopes(typed: string): Checked {
  const scopes = [...new Set(typed.split(/[\s,]+/).filter((name) => name !== ''))];
  if (scopes.length === 0) return { problem: 'empty' };
  if (!scopes.every((name) => scope.test(name))) return { problem: 'not-a-scope' };
  if (!scopes.includes('openid')) return { problem: 'missing-openid' };
  const value = scopes.join(' ');
  return value.length > 1000 ? { problem: 'too-long' } : { value };
}
