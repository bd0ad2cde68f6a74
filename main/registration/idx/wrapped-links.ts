/**
 * The addresses that an address holds: mail protections and search engines put one in front of the
 * link of a message, and most keep the link readable in it. Nothing is fetched.
 */
export function addressesIn(href: string): string[] {
  if (!URL.canParse(href)) return [];
  const { searchParams, pathname, hash } = new URL(href);
  const given = [...searchParams.values(), ...new URLSearchParams(hash.slice(1)).values()];
  return [
    ...proofpoint(href),
    ...given.flatMap((value) => [value, decodedTwice(value), fromBase64(value)]),
    // Bitdefender: a part of the path.
    ...pathname.split('/').map(fromBase64),
    // Cisco and others: a part of the path, or the whole query.
    ...[...href.matchAll(/[/?#;=](https?%3A%2F%2F[^/?#&;]+)/gi)].map(([, part = '']) =>
      decoded(part),
    ),
    // Menlo: the rest of the path, as it is.
    ...[...href.matchAll(/^https?:\/\/[^?#]*?\/(https?:\/\/.+)$/gi)].map(([, part = '']) => part),
    // Check Point and Avanan: between underlines.
    ...[...href.matchAll(/___(https?:\/\/.+?)___/gi)].map(([, part = '']) => part),
  ].filter((address) => /^https?:\/\//i.test(address) && URL.canParse(address));
}

/** Known to wrap links, also in ways that only their own server can read. */
const protections = [
  'safelinks.protection.outlook.com',
  'safelinks.protection.office365.us',
  'safelinks.protection.partner.outlook.cn',
  'urldefense.com',
  'urldefense.us',
  'urldefense.proofpoint.com',
  'mimecast.com',
  'mimecastprotect.com',
  'cudasvc.com',
  'protection.sophos.com',
  'trendmicro.com',
  'secure-web.cisco.com',
  'fireeye.com',
  'trellix.com',
  'clicktime.symantec.com',
  'postoffice.net',
  'avanan.click',
  'checkpoint.com',
  'hornetsecurity.com',
  'emailprotection.link',
  'mailguard.com.au',
  'vadesecure.com',
  'antigena.com',
  'edgepilot.com',
  'trustwave.com',
  'titanhq.com',
  'zixcentral.com',
  'inky.com',
  'menlosecurity.com',
  'urlisolation.com',
  'gravityzone.bitdefender.com',
  'esvalabs.com',
  'retarus.com',
  'deref-gmx.net',
  'deref-web.de',
  'deref-mail.com',
];

export function isOfProtection(href: string): boolean {
  const { hostname } = new URL(href);
  return protections.some((host) => hostname === host || hostname.endsWith(`.${host}`));
}

/** Versions 1 to 3 of Proofpoint's URL Defense, each of which writes the address in its own way. */
function proofpoint(href: string): string[] {
  const { hostname, pathname, searchParams } = new URL(href);
  if (!/(^|\.)urldefense\./.test(hostname)) return [];
  const given = searchParams.get('u') ?? '';
  if (pathname.startsWith('/v2/')) {
    return [decoded(given.replaceAll('-', '%').replaceAll('_', '/'))];
  }
  if (pathname.startsWith('/v1/')) return [decoded(given)];
  const [, written = '', left = ''] = /\/v3\/__(.+?)__(?:;([\w-]*)|$)/.exec(href) ?? [];
  return [withSignsPutBack(written, left).replace(/^(https?:\/)(?!\/)/i, '$1/')];
}

const runLengths = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** An asterisk stands for one sign taken out, and two with a letter for as many as it counts. */
function withSignsPutBack(written: string, left: string): string {
  const signs = Buffer.from(left, 'base64url').toString('utf8');
  let next = 0;
  return written.replaceAll(/\*(?:\*(.))?/g, (_, run: string | undefined) => {
    const count = run === undefined ? 1 : runLengths.indexOf(run) + 2;
    next += count;
    return signs.slice(next - count, next);
  });
}

/** A link that was written into a query by two programs, one after the other. */
function decodedTwice(value: string): string {
  return /^https?%3A/i.test(value) ? decoded(value) : '';
}

function fromBase64(value: string): string {
  return /^[\w+/-]{16,}={0,2}$/.test(value) ? Buffer.from(value, 'base64').toString('utf8') : '';
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
