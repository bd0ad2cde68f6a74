import type { HttpOutcome } from './okta-http';

/** Who answered in place of the org, by what the person can do about it. */
export const foreignAnswers = [
  /** A network that wants a sign-in first: a hotel's page, a proxy's question. */
  'network-sign-in',
  /** A gateway, proxy or firewall on the way that refuses the request. */
  'gateway-refused',
  /** A gateway that does not get through to the org, or a page that says when it is back. */
  'gateway-unavailable',
  /** Somebody on the way, or the org's server itself, takes no request of this size. */
  'request-too-large',
] as const;
export type ForeignAnswer = (typeof foreignAnswers)[number];

/**
 * What an answer is that is not the org's own. The endpoints of a sign-up answer in JSON, so a page
 * is somebody else's: of a captive portal (RFC 6585 section 6, or a page with 200, or a redirect),
 * of a proxy, or of a gateway without its server (RFC 9110 sections 15.6.3 to 15.6.5). Null for an
 * answer in JSON, for one that Okta signed, and for an empty one of a server in trouble.
 */
export function foreignAnswerOf(outcome: HttpOutcome): ForeignAnswer | null {
  if (outcome.kind === 'redirected') return 'network-sign-in';
  if (outcome.kind !== 'answered') return null;
  const { status, text } = outcome;
  // Only what stands between this computer and the org has these two.
  if (status === 511 || status === 407) return 'network-sign-in';
  if (isJson(text)) return null;
  if (status === 413) return 'request-too-large';
  if (status < 300) return isPage(outcome) ? 'network-sign-in' : null;
  if (status < 400) return 'network-sign-in';
  if (isOktasPage(outcome)) return null;
  if (status < 500) {
    return isPage(outcome) && [403, 405, 406, 451].includes(status) ? 'gateway-refused' : null;
  }
  // An empty answer of other servers in trouble may be the org's.
  return text.trim() !== '' || [502, 504].includes(status) ? 'gateway-unavailable' : null;
}

/** Something to look at, by its type or its first sign: no endpoint of a sign-up answers with it. */
export function isPage({ text, headers }: Extract<HttpOutcome, { kind: 'answered' }>): boolean {
  if (text.trim() === '') return false;
  return /^\s*</.test(text) || /\bhtml\b/i.test(headers['content-type'] ?? '');
}

/** Okta's own front refuses addresses with a page, too, before the org is asked. */
export function isOktasPage(page: {
  readonly text: string;
  readonly headers?: Readonly<Record<string, string>>;
}): boolean {
  const isNamed = page.headers?.['x-okta-request-id'] !== undefined;
  return isNamed || /access denied by network policy/i.test(page.text);
}

function isJson(text: string): boolean {
  return /^\s*[[{]/.test(text);
}
