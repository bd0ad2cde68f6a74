/**
 * Tells the person at the terminal something. On standard error, because some commands keep
 * standard output for one line of JSON.
 * @param {string} text
 */
export function say(text) {
  process.stderr.write(`${text}\n`);
}
