import * as v from 'valibot';
import { text } from '../common';
import { bounds } from './bounds';

/** An address that the org named. The page knows only its `id`; main opens it on request. */
export const LinkView = v.strictObject({
  id: text(bounds.name),
  /** The org's own words for it. */
  label: v.nullable(text(bounds.label)),
});
export type LinkView = v.InferOutput<typeof LinkView>;

/** What an answer of Okta's says in a sentence where its code stands for many cases. */
export const sentences = [
  'token-time',
  'issuer-differs',
  'another-server',
  'browser-request',
  'redirect-uri',
  'network-zone',
  'network-policy',
  'scopes-rejected',
  'client-id',
  'application-type',
  'client-credentials',
  'grant-type',
  'custom-server',
  'interaction-code-flow',
  'feature',
  'policy-evaluation',
  'sign-up-denied',
  'pkce-verification',
  'pkce',
  'activation-token-invalid',
  'activation-token',
  'not-assigned',
  'dpop',
  'token-will-change',
] as const;
export type Sentence = (typeof sentences)[number];

/** A message of the org. `key` selects the app's own text, `text` is the server's, the fallback. */
export const MessageView = v.strictObject({
  level: v.picklist(['error', 'warning', 'info']),
  key: v.nullable(text(bounds.name)),
  /** Tells apart what the key does not; the app has words for it. */
  sentence: v.optional(v.picklist(sentences)),
  params: v.pipe(v.array(text(bounds.label)), v.maxLength(20)),
  text: text(bounds.message),
  /** Where the org says more, or has something to install. */
  links: v.pipe(v.array(LinkView), v.maxLength(20)),
});
export type MessageView = v.InferOutput<typeof MessageView>;
