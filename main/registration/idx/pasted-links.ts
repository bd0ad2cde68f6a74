import { withoutUnseen } from '../../../preload/typed/plain-text';
import { addressesIn, isOfProtection } from './wrapped-links';

export interface Pasted {
  readonly links: readonly string[];
  /** What is left without the links and the tags of a page. */
  readonly words: string;
}

const host = String.raw`(?:\[[\da-f:]+\]|[\w.~%!$&*+=@:-]+)`;
const rest = String.raw`(?:[/?#][\w.~:/?#@!$&'()*+,;=%|-]*)?`;
/** Addresses of the web wherever they begin, and of apps, whose scheme is a name with dots. */
const webLink = String.raw`https?:\/\/${host}${rest}`;
const appLink = String.raw`(?<![\w+.-])[a-z](?:(?!https?:)[\w+-])*\.(?:(?!https?:)[\w+.-])+:\/{1,2}[\w.~:/?#@!$&'()*+,;=%-]+`;

/** Browsers and chats leave the scheme off where they show an address. */
const bareLink = String.raw`(?<![\w.@/-])[a-z\d][a-z\d.-]*\.[a-z]{2,24}(?::\d+)?[/?][\w.~:/?#@!$&'()*+,;=%-]+`;
const anyLink = new RegExp(`${bareLink}|${webLink}|${appLink}`, 'gi');
const inner = new RegExp(webLink, 'gi');

/**
 * Finds the links in what was pasted: in words, quotes, brackets, Markdown or HTML, and in the lines
 * of a message's source.
 *
 * @param orgUrl links of this address count without their scheme too
 */
export function pastedLinks(typed: string, orgUrl: string): Pasted {
  let text = inOnePiece(withoutUnseen(typed));
  const links: string[] = [];
  const take = (found: string, href = found) => {
    const link = withoutTail(href);
    if (!URL.canParse(link)) return found;
    links.push(link);
    return ` ${found.slice(link.length - href.length + found.length)} `;
  };
  const takeBare = (found: string) => {
    const href = `https://${found}`;
    return isLinkOfMail(href) ? take(found, href) : found.replaceAll(inner, (one) => take(one));
  };
  if (URL.canParse(orgUrl)) {
    const { host: orgHost, protocol } = new URL(orgUrl);
    const named = new RegExp(
      String.raw`(?<![\w.@/-])${escaped(orgHost)}[/?]${rest}[\w.~:/?#@!$&'()*+,;=%-]*`,
      'gi',
    );
    text = text.replaceAll(named, (found) => take(found, `${protocol}//${found}`));
  }
  text = text.replaceAll(anyLink, (found) =>
    /^[^/?]*:\//.test(found) ? take(found) : takeBare(found),
  );
  return { links, words: text.replaceAll(/<[a-z!/][^>]*>/gi, ' ').trim() };
}

/** Whether an address without a scheme is more than the name of a site. */
function isLinkOfMail(href: string): boolean {
  if (!URL.canParse(href)) return false;
  return (
    new URL(href).pathname.startsWith('/email/verify/') ||
    isOfProtection(href) ||
    addressesIn(href).length > 0
  );
}

/** A line that ends within a query, where no address ends. */
const brokenLink = /(https?:\/\/[^\s<>"']*[?&])\s+([a-z][\w.-]{0,40}=[^\s<>"']{6})/gi;

/** Quoted-printable (RFC 2045 section 6.7), an address across lines (RFC 3986 appendix C), HTML. */
function inOnePiece(text: string): string {
  const isQuotedPrintable = /https?:\/\/\S*=(?:3D|\s)/i.test(text) && /=3D/i.test(text);
  const unquoted = isQuotedPrintable
    ? text
        .replaceAll(/=\s+/g, '')
        .replaceAll(/=([\dA-F]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : text;
  return unquoted
    .replaceAll('\\/', '/')
    .replaceAll(brokenLink, '$1$2')
    .replaceAll(
      /<\s*(https?:\/\/[^<>"']*)>/gi,
      (_, link: string) => `<${link.replaceAll(/\s+/g, '')}>`,
    )
    .replaceAll(/&(?:amp|#38|#x26);/gi, '&')
    .replaceAll(/&(?:#61|#x3d);/gi, '=');
}

/** What closes the sentence, the quotation or the bracket around a link is no part of it. */
function withoutTail(link: string): string {
  return link.replace(/[.,;:!?'*|]*(?:[)\]}>][)\]}>.,;:!?'*|]*)?$/, '');
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
