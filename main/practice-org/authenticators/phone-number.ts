/** What a client sent as one string: the number, and for calls maybe an extension after an `x`. */
export interface PhoneNumber {
  /** E.164. */
  readonly number: string;
  readonly extension: string | null;
}

const shape = /^(\+[1-9]\d{6,14})(?:x(\d{1,10}))?$/;

/** Null where no phone could have this number. Spaces, dots, dashes and brackets are forgiven. */
export function parsePhoneNumber(text: unknown): PhoneNumber | null {
  if (typeof text !== 'string') return null;
  const parts = shape.exec(text.replace(/[\s().-]/g, ''));
  const number = parts?.[1];
  if (number === undefined || !isPlausible(number)) return null;
  return { number, extension: parts?.[2] ?? null };
}

/** North American numbers have ten digits, and neither area nor exchange starts with 0 or 1. */
function isPlausible(number: string): boolean {
  return !number.startsWith('+1') || /^\+1[2-9]\d{2}[2-9]\d{6}$/.test(number);
}
