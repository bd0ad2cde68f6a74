import * as v from 'valibot';

export const count = (from: number, to: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(from), v.maxValue(to));

export const words = (longest: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(longest));

export const address = v.pipe(v.string(), v.maxLength(2000), v.url());
