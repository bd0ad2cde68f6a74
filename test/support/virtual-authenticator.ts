import { generateKeyPairSync } from 'node:crypto';
import type { Page } from '@playwright/test';

/** A device of Chromium's own that makes passkeys without anyone touching it. */
export async function plugInAuthenticator(
  page: Page,
  {
    hasUserVerification = true,
    transport = 'internal',
  }: { hasUserVerification?: boolean; transport?: 'internal' | 'usb' } = {},
) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport,
      hasResidentKey: true,
      hasUserVerification,
      isUserVerified: hasUserVerification,
      automaticPresenceSimulation: true,
    },
  });
  return {
    async credentials() {
      const { credentials } = await devtools.send('WebAuthn.getCredentials', { authenticatorId });
      return credentials;
    },
    async holds(id: Buffer) {
      const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      await devtools.send('WebAuthn.addCredential', {
        authenticatorId,
        credential: {
          credentialId: id.toString('base64'),
          isResidentCredential: true,
          rpId: 'localhost',
          userHandle: Buffer.from('somebody').toString('base64'),
          privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
          signCount: 1,
        },
      });
    },
    waitsForTouch: () =>
      devtools.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled: false }),
  };
}
