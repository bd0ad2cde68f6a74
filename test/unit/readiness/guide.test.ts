import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { publicChecks, tokenChecks } from '../../../preload/contract/readiness';
import { otherCauses } from '../../../main/readiness/causes/cause-id';
import { causeTable } from '../../../main/readiness/causes/cause-table';
import { consolePaths } from '../../../main/readiness/causes/console-paths';
import { loadTexts } from '../../../main/texts';
import { misconfigurations } from '../../../preload/contract/misconfigurations';

const guide = readFileSync(new URL('../../../docs/okta-setup.md', import.meta.url), 'utf8');
const plain = guide.replace(/\s+/g, ' ').replaceAll('\\', '');
const texts = await loadTexts('readiness', 'en');
const places: Readonly<Record<string, string>> = { ...texts.places, ...consolePaths };

describe('docs/okta-setup.md', () => {
  it('has the checks as its steps, in their order and words', () => {
    const steps = [...guide.matchAll(/^### \d+\. (.+)$/gm)].map(([, name]) => name);
    const names = [...publicChecks, ...tokenChecks].map((check) => texts.checks[check].name);
    expect(steps).toEqual(names);
  });

  it.each([...misconfigurations, ...otherCauses])(
    'says of %s what and where to change',
    (cause) => {
      const { title, steps } = texts.causes[cause];
      const place = places[causeTable[cause].where];
      expect(plain).toContain(`**${title}** (${String(place)}). ${steps.join(' ')}`);
    },
  );
});
