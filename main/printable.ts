/** What turns the direction of the text behind it (Unicode Standard Annex 9, section 2). */
const turning = /[\u202a-\u202e\u2066-\u2069]/g;

/** Controls (C0 with DEL, C1) and what ends a line elsewhere than in a terminal. */
const steering = /[\p{Cc}\u2028\u2029]+/gu;

/** All of these but the end of a line, and the marks of direction. */
const unprintable = /[\0-\t\v-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/**
 * Text as it may reach a terminal or a log: whatever would steer one is written as `\u001b`, which
 * JSON reads as the same character. JSON.stringify itself leaves DEL, C1 and the directions as they are.
 */
export function printable(text: string): string {
  return text.replace(
    unprintable,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Somebody else's words in a text of ours, which people read and copy: one line, one direction. */
export function foreignWords(text: string): string {
  return text.replace(turning, '').replace(steering, ' ');
}
