import { hasSpaces, type Checked } from './rule';

export function checkClientId(typed: string): Checked {
  const text = typed.trim();
  if (text === '') return { problem: 'empty' };
  if (hasSpaces(text)) return { problem: 'has-spaces' };
  return text.length > 100 ? { problem: 'too-long' } : { value: text };
}
