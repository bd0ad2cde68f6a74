import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { policyShape } from '../../../../main/practice-org/policy/schema';
import { parseSchema, toJsonSchema } from '../../../support/json-schema';

it('policy.schema.json says what the policy schema checks', () => {
  const file = new URL('../../../../main/practice-org/policy/policy.schema.json', import.meta.url);
  const written = parseSchema(readFileSync(file, 'utf8'));
  expect(parseSchema(JSON.stringify(toJsonSchema(policyShape)))).toEqual(written);
});
