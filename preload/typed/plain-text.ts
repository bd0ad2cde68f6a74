/**
 * What nobody sees and comes along when something is copied: directions, joiners, soft hyphens, a
 * byte order mark (Unicode's general category Cf and its property Default_Ignorable_Code_Point), and
 * controls other than white space. U+20E3 makes a digit look like a key.
 */
const unseen = /[\p{Cf}\p{Default_Ignorable_Code_Point}\u20E3]|(?!\s)\p{Cc}/gu;

/** White space of every kind, and the empty pattern of Braille, which looks like one. */
const blank = /[\s\u2800]+/gu;

/** The text without what nobody sees, and without white space around it. */
export function withoutUnseen(text: string): string {
  return text.replaceAll(unseen, '').trim();
}

/**
 * Text with the digits of every script as 0 to 9, in one form of each sign (Unicode's NFKC), without
 * what nobody sees, and with single spaces only.
 */
export function plainText(text: string): string {
  return plainDigits(text.normalize('NFKC')).replaceAll(blank, ' ').trim();
}

/** Text with the digits of every script as 0 to 9, and without what nobody sees. */
export function plainDigits(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(unseen, '')
    .replaceAll(/[^\P{Nd}0-9]/gu, (digit) => String(valueOf(digit)));
}

/** The digits of a text as 0 to 9, whatever script they are written in; nothing else. */
export function asciiDigits(text: string): string {
  return plainDigits(text).replaceAll(/[^0-9]/g, '');
}

/** Unicode keeps the ten digits of a script together and in their order (its chapter 4.6). */
function valueOf(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let first = code;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(first - 1))) first -= 1;
  return (code - first) % 10;
}
