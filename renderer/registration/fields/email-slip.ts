import { cleanIdentifier } from '../../../preload/typed/identifier';

/** Mailbox providers by the name before the first dot, and where else than in `com` they are. */
const wellKnown: Readonly<Record<string, readonly string[]>> = {
  gmail: [],
  googlemail: [],
  icloud: [],
  protonmail: ['ch'],
  hotmail: ['co.uk', 'fr', 'de', 'es', 'it', 'ca', 'com.br', 'co.jp', 'nl', 'be'],
  outlook: ['fr', 'de', 'es', 'it', 'jp', 'com.br', 'pt'],
  yahoo: ['co.uk', 'fr', 'de', 'es', 'it', 'ca', 'com.br', 'co.jp', 'co.in', 'in', 'com.mx'],
};

/** So short that other names one letter away are other providers: only their ending is looked at. */
const short = ['aol', 'gmx', 'live', 'mac', 'mail', 'me', 'msn', 'web', 'ymail'];

/** Names one letter away from a well-known one that are somebody's own. */
const neighbours = ['mail', 'cloud', 'wahoo', 'grail', 'gmails'];

/** Top-level domains of countries that are `com` with a letter lost; no provider above is there. */
const shortened = ['co', 'cm', 'om'];

/**
 * The address that was probably meant where the domain is a slip of a well-known one, else null.
 * It is a guess for the person to judge: any domain may be somebody's own.
 */
export function meantAddress(text: string): string | null {
  const address = cleanIdentifier(text);
  const at = address.lastIndexOf('@');
  const domain = address.slice(at + 1).toLowerCase();
  const dot = domain.indexOf('.');
  if (at < 1 || dot < 1) return null;
  const meant = meantDomain(domain.slice(0, dot), domain.slice(dot + 1));
  return meant === null || meant === domain ? null : `${address.slice(0, at)}@${meant}`;
}

/** Whether the domain can still become a well-known one by typing on. */
export function isUnfinished(text: string): boolean {
  const domain = cleanIdentifier(text).split('@').at(-1)?.toLowerCase() ?? '';
  return [...Object.keys(wellKnown), ...short].some((name) => `${name}.com`.startsWith(domain));
}

function meantDomain(name: string, ending: string): string | null {
  if (Object.hasOwn(wellKnown, name)) {
    return isSlipOfCom(ending) || shortened.includes(ending) ? `${name}.com` : null;
  }
  if (short.includes(name)) return isSlipOfCom(ending) ? `${name}.com` : null;
  if (neighbours.includes(name)) return null;
  for (const [meant, endings] of Object.entries(wellKnown)) {
    if (!isSlip(name, meant)) continue;
    if (endings.includes(ending)) return `${meant}.${ending}`;
    if (ending === 'com' || isSlipOfCom(ending) || shortened.includes(ending))
      return `${meant}.com`;
  }
  return null;
}

/** No country has three letters, and of the other domains only `cam` is one letter away. */
function isSlipOfCom(ending: string): boolean {
  return ending.length > 2 && ending !== 'cam' && isOneAway(ending, 'com');
}

/** People get the first letter right; with another one it is mostly another name (`ymail`). */
function isSlip(name: string, meant: string): boolean {
  const isOtherFirst = name.length === meant.length && name.slice(1) === meant.slice(1);
  return !isOtherFirst && isOneAway(name, meant);
}

/** One letter more, less or other, or two neighbouring ones swapped. */
function isOneAway(one: string, other: string): boolean {
  if (one === other || Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  const [a, b] = [one.slice(start), other.slice(start)];
  if (a.length > b.length) return a.slice(1) === b;
  if (a.length < b.length) return a === b.slice(1);
  const isSwapped = a.length > 1 && a[0] === b[1] && a[1] === b[0];
  return a.slice(1) === b.slice(1) || (isSwapped && a.slice(2) === b.slice(2));
}
