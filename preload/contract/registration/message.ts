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

/** A message of the org. `key` selects the app's own text, `text` is the server's, the fallback. */
export const MessageView = v.strictObject({
  level: v.picklist(['error', 'warning', 'info']),
  key: v.nullable(text(bounds.name)),
  params: v.pipe(v.array(text(bounds.label)), v.maxLength(20)),
  text: text(bounds.message),
  /** Where the org says more, or has something to install. */
  links: v.pipe(v.array(LinkView), v.maxLength(20)),
});
export type MessageView = v.InferOutput<typeof MessageView>;
