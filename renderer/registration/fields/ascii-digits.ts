/**
 * Text with the digits of every script as 0 to 9, and without what nobody sees: format and control
 * characters that come along when something is copied.
 */
export function plainDigits(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[\p{Cf}\p{Cc}]/gu, '')
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
