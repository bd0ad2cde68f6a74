import type { Checked } from './rule';

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
