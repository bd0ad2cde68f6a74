import { endings } from './endings';
import { entries } from './entries';
import { gates } from './gates';
import { methods } from './methods';
import { oddities } from './oddities';
import { pickers } from './pickers';
import { profiles } from './profiles';
import { verifications } from './verify';

/**
 * Answers in the shapes of the Identity Engine, by what they are about; bodies that are no JSON as
 * they come. Those with `error-` before their name come with a 4xx.
 */
export const writtenAnswers: Readonly<Record<string, object | string>> = {
  ...entries,
  ...profiles,
  ...pickers,
  ...methods,
  ...verifications,
  ...gates,
  ...endings,
  ...oddities,
  'error-403-page of a proxy': '<!doctype html><title>Blocked</title><h1>Blocked</h1>',
  'error-nothing at all': '',
};
