import { isLoopbackHost } from '../../network/loopback';
import { hasSpaces, type Checked } from './rule';

/** RFC 3986 characters without the fragment, which RFC 6749 section 3.1.2 forbids. */
const absoluteUri = /^[a-z][a-z0-9+.-]*:\/[\w\-.~:/?[\]@!$&'()*+,;=%]*$/i;

/**
 * https, http on loopback, or an app's own scheme in reverse-domain form (RFC 8252 section 7.1),
 * which leaves no room for `javascript:`, `data:` or `file:`. Kept as typed: an org compares it
 * character by character.
 */
export function checkRedirectUri(typed: string): Checked {
  const text = typed.trim();
  if (text === '') return { problem: 'empty' };
  if (hasSpaces(text)) return { problem: 'has-spaces' };
  if (text.length > 1000) return { problem: 'too-long' };
  const url = absoluteUri.test(text) ? URL.parse(text) : null;
  if (!url) return { problem: 'not-a-redirect-uri' };
  if (url.username !== '' || url.password !== '') return { problem: 'has-credentials' };

  const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
  if (!isWeb)
    return url.protocol.includes('.') ? { value: text } : { problem: 'not-a-redirect-uri' };
  if (!/^https?:\/\/[^/]/i.test(text)) return { problem: 'not-a-redirect-uri' };
  if (url.protocol === 'http:' && !isLoopbackHost(url.hostname)) return { problem: 'not-https' };
  return { value: text };
}
