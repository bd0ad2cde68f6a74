import type { CodeShape } from '../../../preload/typed/code-shape';
import { type CodeProblem, readCode } from '../../../preload/typed/read-code';
import { pastedLinks } from './pasted-links';
import { addressesIn, isOfProtection } from './wrapped-links';

export type ExtractedCode =
  | { readonly kind: 'code'; readonly code: string }
  /** The link of a mail that holds no code: opening it is what counts. */
  | { readonly kind: 'email-link'; readonly href: string }
  | { readonly kind: UnusableLink }
  /** Nothing that could be a code of this org. */
  | { readonly kind: 'no-code'; readonly problem: CodeProblem };

export type UnusableLink =
  /** The code of another sign-up. */
  | 'foreign-link'
  /** A link of another org, or of no org at all. */
  | 'other-org-link'
  /** Wrapped by a mail protection in a way that only its own server can read. */
  | 'protected-link';

export interface CodeContext {
  /** The OAuth `state` of this sign-up, which its own links carry. */
  readonly state: string | undefined;
  readonly orgUrl: string;
}

/**
 * Finds the one-time code in what a person typed or pasted: a code, a whole message, or the link
 * of the message, also one that a mail protection has wrapped. A guess that is wrong costs one of
 * the few attempts an org allows, so what is no code is never sent as one.
 */
export function extractCode(typed: string, shape: CodeShape, context: CodeContext): ExtractedCode {
  const { links, words } = pastedLinks(typed, context.orgUrl);
  const read = links.map((link) => readLink(link, context, 0));
  const inLink = read.find((one) => one.kind === 'code');
  if (inLink) return inLink;
  const inWords = readCode(words, shape);
  if (inWords.kind === 'code') return inWords;
  const best: ReadLink | undefined =
    read.find(({ kind }) => kind === 'email-link') ??
    read.find(({ kind }) => kind === 'foreign-link' || kind === 'other-org-link') ??
    read.find(({ kind }) => kind === 'protected-link');
  if (best !== undefined && best.kind !== 'nothing') return best;
  const isLinkAlone = !/[\p{L}\p{N}]/u.test(words);
  if (isLinkAlone && links.some((link) => !isOf(context.orgUrl, link))) return otherOrgs;
  return { kind: 'no-code', problem: inWords.kind === 'problem' ? inWords.problem : 'none' };
}

type ReadLink = Exclude<ExtractedCode, { kind: 'no-code' }> | { readonly kind: 'nothing' };

const otherOrgs = { kind: 'other-org-link' } as const;

/** As deep as a message goes that several protections have wrapped, each the other's link. */
const mostWrappings = 4;

function readLink(link: string, context: CodeContext, depth: number): ReadLink {
  const own = readOwnLink(link, context);
  if (own.kind === 'code' || own.kind === 'email-link') return own;
  const inner =
    depth < mostWrappings
      ? addressesIn(link).map((address) => readLink(address, context, depth + 1))
      : [];
  const told = (kind: ReadLink['kind']) => inner.find((one) => one.kind === kind);
  const found =
    told('code') ?? told('email-link') ?? told('foreign-link') ?? told('other-org-link');
  if (found) return found;
  if (own.kind !== 'nothing') return own;
  return isOfProtection(link) && inner.length === 0 ? { kind: 'protected-link' } : own;
}

/**
 * Okta's e-mail callback carries the code as `otp`, and the sign-up's `state`; a link without a code
 * is `https://{org}/email/verify/{clientId}?token=…`.
 */
function readOwnLink(link: string, { state, orgUrl }: CodeContext): ReadLink {
  const { searchParams, pathname } = new URL(link);
  const code = searchParams.get('otp');
  const isOrgs = isOf(orgUrl, link);
  if (code !== null && /^[A-Za-z\d]{1,64}$/.test(code)) {
    const linkState = searchParams.get('state');
    if (state === undefined || linkState === state) return { kind: 'code', code };
    if (linkState !== null) return { kind: 'foreign-link' };
    return isOrgs ? { kind: 'code', code } : otherOrgs;
  }
  if (!pathname.startsWith('/email/verify/')) return { kind: 'nothing' };
  return isOrgs ? { kind: 'email-link', href: link } : otherOrgs;
}

/** A name in front of the host makes it look like another's, and is sent along. */
function isOf(orgUrl: string, link: string): boolean {
  const { origin, username, password } = new URL(link);
  return origin === orgUrl && username === '' && password === '';
}
