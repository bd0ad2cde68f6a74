import * as v from 'valibot';
import { nothing, text, Timestamp } from './common';
import { call } from './define';

export const AccountView = v.variant('state', [
  v.strictObject({ state: v.literal('none') }),
  v.strictObject({
    state: v.literal('signed-in'),
    name: v.nullable(text(500)),
    email: v.nullable(text(500)),
    orgHost: text(300),
    expiresAt: Timestamp,
    /** False where the tokens are gone when the app closes, for want of a keychain. */
    isStored: v.boolean(),
    /** False where the org could not be asked and the name is from the ID token. */
    isConfirmed: v.boolean(),
  }),
  v.strictObject({
    state: v.literal('ended'),
    reason: v.picklist(['expired', 'revoked', 'other-org']),
  }),
  v.strictObject({
    state: v.literal('unreadable'),
    reason: v.picklist(['locked', 'unavailable', 'corrupt']),
  }),
]);
export type AccountView = v.InferOutput<typeof AccountView>;

export const accountCalls = {
  read: call({ request: nothing, response: AccountView }),
  /** Revokes the tokens at the org and deletes them here, also when the org cannot be reached. */
  signOut: call({ request: nothing, response: AccountView, errors: ['keychain-locked'] }),
} as const;

export const accountEvents = {
  'account.changed': AccountView,
} as const;
