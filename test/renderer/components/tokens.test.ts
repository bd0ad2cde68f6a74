import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const css = readFileSync(
  resolve(import.meta.dirname, '../../../renderer/styles/tokens.css'),
  'utf8',
);

type Colour = readonly [number, number, number];
type Theme = 'light' | 'dark';

/** The colours of one rule: name to its light and its dark value. */
function coloursOf(rule: RegExp): ReadonlyMap<string, Readonly<Record<Theme, Colour>>> {
  const block = rule.exec(css)?.[1] ?? '';
  const found = block.matchAll(/--color-([\w-]+): light-dark\(#(\w{6}), #(\w{6})\);/g);
  return new Map(
    [...found].map(([, name = '', light = '', dark = '']) => [
      name,
      { light: parse(light), dark: parse(dark) },
    ]),
  );
}

function parse(hex: string): Colour {
  const at = (index: number) => Number.parseInt(hex.slice(index, index + 2), 16) / 255;
  return [at(0), at(2), at(4)];
}

/** WCAG 2.2, relative luminance and contrast ratio. */
function contrast(one: Colour, other: Colour): number {
  const luminance = (colour: Colour) => {
    const [red, green, blue] = colour.map((part) =>
      part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
  };
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

const base = coloursOf(/^:root \{([^}]*)\}/m);
const contrastSet = coloursOf(/data-theme='contrast'\] \{([^}]*)\}/);
const preferred = coloursOf(/prefers-contrast: more\) \{\s*:root[^{]*\{([^}]*)\}/);

const surfaces = ['page', 'surface', 'sunken'];
const textPairs: readonly (readonly [string, string])[] = [
  ...surfaces.flatMap((ground) =>
    ['ink', 'muted', 'accent', 'accent-strong', 'error', 'warning'].map(
      (text) => [text, ground] as const,
    ),
  ),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
  ['ink', 'accent-quiet'],
  ['muted', 'accent-quiet'],
  ['accent-strong', 'accent-quiet'],
  ['error', 'error-quiet'],
  ...['info', 'success', 'warning', 'error'].flatMap(
    (level) =>
      [
        ['ink', `${level}-quiet`],
        ['muted', `${level}-quiet`],
        ['accent', `${level}-quiet`],
        [level, `${level}-quiet`],
      ] as const,
  ),
  ['side-ink', 'side'],
  ['side-ink', 'side-raised'],
  ['side-muted', 'side'],
  ['side-accent', 'side'],
];
const controlPairs: readonly (readonly [string, string])[] = [
  ...surfaces.flatMap((ground) => [['control-line', ground] as const, ['focus', ground] as const]),
  ['side-focus', 'side'],
];

describe.each(['light', 'dark'] as const)('the %s colours', (theme) => {
  const sets = [
    ['usual', base, 4.5, 3],
    ['high contrast', contrastSet, 7, 4.5],
  ] as const;

  it.each(sets)('keep text and controls readable (%s)', (_name, colours, text, control) => {
    const ratio = (one: string, other: string) => {
      const [first, second] = [colours.get(one), colours.get(other)];
      if (!first || !second) throw new Error(`No colour ${first ? other : one}`);
      return contrast(first[theme], second[theme]);
    };
    for (const pair of textPairs) expect(ratio(...pair), pair.join(' on ')).toBeGreaterThan(text);
    for (const pair of controlPairs)
      expect(ratio(...pair), pair.join(' on ')).toBeGreaterThan(control);
  });
});

it('gives people who ask the system for more contrast the same colours as the setting', () => {
  expect(preferred.size).toBeGreaterThan(20);
  expect(preferred).toEqual(contrastSet);
});
