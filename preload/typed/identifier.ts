/**
 * Fields that say who somebody is, by the last part of their name: Okta's `login`, `identifier` and
 * its addresses, and an org's own attribute that is named after e-mail, as `workEmail`.
 */
export function holdsIdentifier(fieldName: string): boolean {
  const leaf = fieldName.split('.').at(-1) ?? '';
  return /^(login|identifier|user_?name)$/i.test(leaf) || /e[-_]?mail(_?addr(ess)?)?$/i.test(leaf);
}

/** Line breaks and tabs separate words; taken out, they would make one identifier of two. */
const invisible = /(?![\t\n\v\f\r])[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/**
 * An identifier without what nobody sees and a copied text brings along: format and control
 * characters (Unicode's Cf and Cc), other characters that are drawn as nothing, and any space
 * around it. Nobody could type such a name again to sign in with it. An address is taken out of
 * what stands around it; a name that is none stays as it is.
 */
export function cleanIdentifier(text: string): string {
  const seen = text.replaceAll(invisible, '').trim();
  return addressIn(seen) ?? seen;
}

/** Full-width forms of ASCII, as keyboards for Chinese and Japanese write them. */
const fullWidth = /[\uFF01-\uFF5E]/g;
/** Signs that close a sentence or a list. No domain ends with one; a full stop there says nothing. */
const closing = /[.,;:!?\u3002\uFF61\u3001\u060C\u061B]+$/;
const quotes = [
  `""`,
  `''`,
  '``',
  '“”',
  '„“',
  '”“',
  '‘’',
  '‚‘',
  '«»',
  '»«',
  '‹›',
  '()',
  '[]',
  '<>',
  '「」',
  '『』',
  '《》',
  '〈〉',
  '【】',
];

/** `Ada <ada@example.com>`, `mailto:ada@example.com?subject=…`, `「ada@example.com」`, `ada＠example。com.`. */
function addressIn(seen: string): string | null {
  const text = seen.replaceAll(fullWidth, (sign) =>
    String.fromCharCode(sign.charCodeAt(0) - 0xfee0),
  );
  const [, inAngles] = /^[^<>@]*<([^<>]*)>[.,;]*$/.exec(text) ?? [];
  const bare = withoutQuotes(inAngles ?? text).replace(/^mailto:([^?]*).*$/i, '$1');
  const at = bare.lastIndexOf('@');
  const local = bare.slice(0, Math.max(at, 0));
  // UTS #46 takes these for the dots of a domain, and its letters composed.
  const domain = bare
    .slice(at + 1)
    .replaceAll(/[\u3002\uFF61]/g, '.')
    .normalize('NFC');
  const isAddress =
    /^(?:[^\s@<>"]+|"[^"<>]+")$/.test(local) && /^[^\s@<>]+\.[^\s@<>.]+$/.test(domain);
  return isAddress ? `${local}@${domain}` : null;
}

function withoutQuotes(text: string): string {
  const bare = text.replace(closing, '').trim();
  const isQuoted = quotes.some(
    ([open, close]) => bare.startsWith(open ?? '') && bare.endsWith(close ?? ''),
  );
  return isQuoted && bare.length > 1 ? withoutQuotes(bare.slice(1, -1)) : bare;
}
