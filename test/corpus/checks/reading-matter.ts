import { at, list, type Loose, words } from '../reading/loose';
import type { Check } from './probe';

/** What an answer carries to be read or scanned is on the page. */
export const checkReadingMatter: Check = ({ reading, screen }) => {
  const text = bare(screen.blocks.join('\n'));
  const found = textsOf(reading.body, reading.shown)
    .filter((wanted) => !text.includes(bare(wanted)))
    .map((wanted) => `not on the page: "${wanted}"`);
  const picture = words(at(contextOf(reading.body), 'qrcode', 'href'));
  if (picture.startsWith('data:image/') && screen.pictures === 0) found.push('no QR code');
  return found;
};

function textsOf(body: Loose, shown: Loose): string[] {
  const context = contextOf(body);
  const device = at(body, 'deviceEnrollment', 'value');
  const scopes = list(shown['scopes']);
  return [
    at(context, 'otp'),
    at(context, 'sharedSecret'),
    at(context, 'selectedChannel') === 'email' ? at(context, 'email') : '',
    at(context, 'selectedChannel') === 'sms' ? at(context, 'phoneNumber') : '',
    at(body, 'uiDisplay', 'value', 'label'),
    at(body, 'uiDisplay', 'value', 'buttonLabel'),
    at(device, 'signInUrl'),
    ...scopes.map(scopeGist),
    ...list(shown['requestInfo']).map(({ value }) => value),
  ].map(words);
}

/** For OpenID Connect's own scopes the app has words of its own. */
function scopeGist({ name, label }: Loose): unknown {
  return ['profile', 'email', 'phone', 'address'].includes(words(name)) ? name : label;
}

/** A secret may stand in groups of four, a name in other letters. */
function bare(text: string): string {
  return text.replace(/[\s\u2060\u200b]/g, '').toLowerCase();
}

function contextOf(body: Loose): unknown {
  return at(body, 'currentAuthenticator', 'value', 'contextualData');
}
