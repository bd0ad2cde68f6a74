/** First digits of the scripts whose keyboards the app's languages use, besides full-width ones. */
const zeros = [0x0660, 0x06f0];

/** The digits of a text as 0 to 9, whatever script they are written in; nothing else. */
export function asciiDigits(text: string): string {
  const plain = text.normalize('NFKC').replaceAll(/[٠-٩۰-۹]/g, (digit) => {
    const code = digit.charCodeAt(0);
    const zero = zeros.find((first) => code >= first && code < first + 10) ?? code;
    return String(code - zero);
  });
  return plain.replaceAll(/[^0-9]/g, '');
}
