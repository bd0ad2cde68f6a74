import { expect, test } from '@playwright/test';
import { findRecordings } from '../corpus/recordings';
import { asJson } from './as-json';
import { isMeant, meantDifferences } from './meant-differences';
import { reach } from './reach';
import { recordedSteps } from './recorded-steps';
import { differences, shapesOf, type Difference } from './shapes';

const found = findRecordings();
const recordings = found.kind === 'found' ? found.recordings : [];

async function compare(name: string): Promise<readonly Difference[]> {
  const recording = recordings.find((one) => one.name === name);
  const step = recordedSteps[name];
  if (!recording || !step) return [];
  const recorded = asJson(recording.text);
  return differences(shapesOf(recorded), shapesOf(await reach(recorded, step)));
}

const explain = ({ path, recorded, ours }: Difference) =>
  `${path}: recorded ${recorded ?? 'none'}, ours ${ours ?? 'none'}`;

const names = recordings.map(({ name }) => name).filter((name) => name in recordedSteps);

test.describe('answers have the shape of recorded ones', () => {
  for (const name of names) {
    test(name, async () => {
      const unmeant = (await compare(name)).filter(
        (difference) => !meantDifferences.some((meant) => isMeant(meant, name, difference)),
      );
      expect(unmeant.map(explain)).toEqual([]);
    });
  }

  test('but for the differences that are meant, each of which there is', async () => {
    test.skip(found.kind === 'absent', found.kind === 'absent' ? found.reason : '');
    test.skip(names.length < Object.keys(recordedSteps).length, 'Not every recording is there.');
    const all: { readonly name: string; readonly difference: Difference }[] = [];
    for (const name of names) {
      for (const difference of await compare(name)) all.push({ name, difference });
    }
    const unused = meantDifferences.filter(
      (meant) => !all.some(({ name, difference }) => isMeant(meant, name, difference)),
    );
    expect(unused.map(({ why }) => why)).toEqual([]);
  });
});
