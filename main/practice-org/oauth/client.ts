import type { Reply } from '../http/exchange';
import { oauthError } from './oauth-error';

/** The native application that the practice org's sign-up belongs to; the same in every run. */
export const practiceClientId = '0oa1pract1ceDesk0g4';
export const practiceRedirectUri = 'app.frontdesk.desktop:/callback';

/** Refuses every client but the practice app, which is native: it has an ID and no secret. */
export function refuseClient(form: URLSearchParams): Reply | null {
  const clientId = form.get('client_id');
  if (clientId === null || clientId === '') {
    return oauthError(401, 'invalid_client', 'No client credentials found.');
  }
  if (clientId !== practiceClientId) {
    return oauthError(401, 'invalid_client', "Invalid value for 'client_id' parameter.");
  }
  return null;
}

const loopback = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?(\/[^#]*)?$/;

/** The app's own scheme, or loopback with any port and path (RFC 8252 section 7.3). */
export function isRedirectUri(uri: string): boolean {
  return uri === practiceRedirectUri || loopback.test(uri);
}
