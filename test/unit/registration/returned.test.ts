import { describe, expect, it } from 'vitest';
import { readReturned } from '../../../main/registration/returned';

const redirectUri = 'app.frontdesk.desktop:/callback';
const read = (address: string) => readReturned(address, { redirectUri, state: 'mine' });

describe('an address that came back', () => {
  it.each([
    ['?interaction_code=c1&state=mine', { kind: 'interaction-code', code: 'c1' }],
    ['?error=interaction_required&state=mine', { kind: 'continue' }],
    [
      '?error=access_denied&error_description=No&state=mine',
      { kind: 'refused', error: 'access_denied', description: 'No' },
    ],
    ['?otp=123456&state=mine', { kind: 'email-code' }],
    ['?activationToken=t', { kind: 'activation' }],
    ['?activation_token=t', { kind: 'activation' }],
  ])('%s is understood', (query, returned) => {
    expect(read(redirectUri + query)).toEqual(returned);
  });

  it.each([
    ['another state', `${redirectUri}?interaction_code=c1&state=yours`],
    ['no state', `${redirectUri}?interaction_code=c1`],
    ['a state given twice', `${redirectUri}?interaction_code=c1&state=mine&state=mine`],
    ['a code given twice', `${redirectUri}?interaction_code=c1&interaction_code=c2&state=mine`],
    ['another path', 'app.frontdesk.desktop:/callback/x?interaction_code=c1&state=mine'],
    ['another spelling', 'app.frontdesk.desktop:///callback?interaction_code=c1&state=mine'],
    ['another scheme', 'https://callback?interaction_code=c1&state=mine'],
    ['an e-mail code and another state', `${redirectUri}?otp=123456&state=yours`],
    ['an e-mail code and no state', `${redirectUri}?otp=123456`],
    ['neither code nor error', `${redirectUri}?state=mine`],
    ['no address', 'nonsense'],
  ])('with %s belongs to nobody here', (_, address) => {
    expect(read(address)).toEqual({ kind: 'foreign' });
  });

  it('belongs to nobody while the sign-up has no state', () => {
    const address = `${redirectUri}?interaction_code=c1&state=`;
    expect(readReturned(address, { redirectUri, state: undefined })).toEqual({ kind: 'foreign' });
  });
});
