import * as v from 'valibot';
import { languages } from '../languages';

/** A string with an upper bound in UTF-16 units; nothing unbounded crosses the doorway. */
export const text = (maxLength: number) => v.pipe(v.string(), v.maxLength(maxLength));

export const nothing = v.strictObject({});

export const Language = v.picklist(languages);

export const Appearance = v.picklist(['system', 'light', 'dark', 'contrast']);
export type Appearance = v.InferOutput<typeof Appearance>;

/** Milliseconds since the epoch, by the clock of this machine. */
export const Timestamp = v.pipe(v.number(), v.finite());
