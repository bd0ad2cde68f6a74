/** Okta shouts the names of browsers (`FIREFOX`); everything else is left as it is. */
export function requestValue(name: string, value: string): string {
  const isShouted = name === 'browser' && /^[A-Z_]{3,}$/.test(value);
  if (!isShouted) return value;
  const words = value.toLowerCase().replaceAll('_', ' ');
  return words.replaceAll(/\b\p{Ll}/gu, (letter) => letter.toUpperCase());
}

/** What Okta names of a request, and the app has words for under `gates.request`. */
const known = ['appName', 'browser', 'os', 'location'];

export function hasRequestText(name: string): boolean {
  return known.includes(name);
}
