import { accountMessages } from './catalogue/account';
import { connectionMessages } from './catalogue/connection';
import type { Explanation } from './catalogue/explanation';
import { methodMessages } from './catalogue/methods';
import { organizationMessages } from './catalogue/organization';

const messages = {
  ...methodMessages,
  ...accountMessages,
  ...organizationMessages,
  ...connectionMessages,
} as const;

export type MessageId = keyof typeof messages;

/**
 * Every message that the app has its own words for. Keys of the Identity Engine, of Okta's API
 * (without `errors.`), of OAuth (RFC 6749, OpenID Connect Core 3.1.2.6), of HTTP and the network.
 */
export const messageCatalogue: Readonly<Record<MessageId, Explanation>> = messages;

export const messageIds = Object.keys(messages) as readonly MessageId[];

const idByKey: ReadonlyMap<string, MessageId> = new Map(
  messageIds.flatMap((id) => messageCatalogue[id].keys.map((key) => [key, id] as const)),
);

/** Groups of keys that Okta makes up as it goes; what the person can do is the same for each. */
const families: readonly (readonly [RegExp, MessageId])[] = [
  [/^authfactor\.webauthn\.error\./, 'passkeyFailed'],
  [/^core\.auth\.factor\.signedNonce\.error/, 'verifyRemoved'],
  [/^core\.auth\.factor\./, 'methodFailed'],
  [/^api\.policy\.okta\.account\.management\.insufficient/, 'accountMethods'],
];

export function messageIdOf(key: string): MessageId | undefined {
  return idByKey.get(key) ?? families.find(([pattern]) => pattern.test(key))?.[1];
}
