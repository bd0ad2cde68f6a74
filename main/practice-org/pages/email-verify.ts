import { empty, type Reply } from '../http/exchange';
import type { Route } from '../model/route';
import type { EmailLinkOutcome } from '../model/email-links';
import { page } from './page';

/** `/email/verify/{clientId}?token=`: what the link of a mail opens, in whichever browser. */
export const pageRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/email/verify/{clientId}',
    handle: ({ query }, org) => show(org.emailLinks.open(query.get('token') ?? '')),
  },
];

const closeWindow = 'You can close this window at any time.';

function show(outcome: EmailLinkOutcome | null): Reply {
  switch (outcome?.kind) {
    case 'return-to-original-tab':
      return page(200, {
        key: 'idx.return.to.original.tab',
        title: 'Success! Return to the original tab or window',
        paragraphs: ['To continue, please return to the original window.', closeWindow],
      });
    case 'verified':
      return page(200, {
        key: 'idx.account.activated',
        title: 'Your account is active',
        paragraphs: ['You can now sign in.', closeWindow],
      });
    case 'code':
      return page(200, {
        key: 'idx.enter.otp.in.original.tab',
        title: 'Your verification code',
        code: outcome.code,
        paragraphs: [
          'Enter this code on the sign up page.',
          "If you didn't request this code, you can ignore it.",
        ],
      });
    case 'redirect':
      return empty(302, { Location: outcome.uri });
    case 'expired':
      return page(400, {
        key: 'idx.return.link.expired',
        title: 'This email link has expired',
        paragraphs: ['To resend it, return to the screen where you requested it.'],
      });
    case 'stale':
      return page(400, {
        key: 'idx.return.stale',
        title: 'This email link is out of date',
        paragraphs: ['Return to the screen where you requested it.'],
      });
    case undefined:
      return page(400, {
        key: 'idx.return.error',
        title: 'Could not process this email link',
        paragraphs: ['Return to the screen where you requested it.'],
      });
  }
}
