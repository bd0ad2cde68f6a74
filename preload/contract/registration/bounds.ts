import * as v from 'valibot';

/** The bounds to which main clamps whatever an org sends. */
export const bounds = {
  name: 300,
  label: 500,
  message: 4000,
  value: 4000,
  fields: 400,
  options: 5_000,
  messages: 50,
  actions: 60,
  links: 60,
  /** A QR code as a `data:` address. */
  image: 200_000,
} as const;

/** Goes up with every view; a submit for an older one is refused without a request. */
export const serial = v.pipe(v.number(), v.integer());
