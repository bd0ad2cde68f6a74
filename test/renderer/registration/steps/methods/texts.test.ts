import { describe, expect, it } from 'vitest';
import texts from '../../../../../renderer/i18n/locales/en/methods.json';
import { methodScreens } from '../../../../../renderer/registration/steps/methods/screens';

const sources = import.meta.glob<string>('../../../../../renderer/registration/**/*.{ts,vue}', {
  eager: true,
  import: 'default',
  query: '?raw',
});

/** A text, or the branch of texts of a page; undefined where there is neither. */
function find(path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (branch, key) => Object.entries(branch ?? {}).find(([own]) => own === key)?.[1],
      texts,
    );
}

describe('the texts of methods', () => {
  it('are there under every name that is asked for', () => {
    const used = Object.values(sources).flatMap((source) =>
      [...source.matchAll(/'(methods\.[\w.]+\.[\w-]+)'/g)].map((match) => match[1] ?? ''),
    );
    expect(used.length).toBeGreaterThan(60);
    expect(used.filter((key) => find(key) === undefined)).toEqual([]);
  });

  it.each(Object.entries(methodScreens))('name the page of %s', (_, screen) => {
    expect(find(`${screen.texts}.title`)).toBeTypeOf('string');
  });
});
