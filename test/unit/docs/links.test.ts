import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const pages = [
  'README.md',
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

const textOf = (page: string) => readFileSync(join(root, page), 'utf8');

/** The places that a page links to or shows pictures of, without those on the web. */
function relativeLinks(page: string): string[] {
  const markdown = textOf(page).replace(/^```[\s\S]*?^```/gm, '');
  const targets = [
    ...markdown.matchAll(/\]\(([^)\s]+)\)/g),
    ...markdown.matchAll(/\b(?:src|srcset|href)="([^"\s]+)"/g),
  ].map(([, target = '']) => target);
  return targets.filter((target) => !/^[a-z]+:/.test(target));
}

/** The anchors that GitHub gives to a page's headings. */
function anchorsOf(page: string): string[] {
  return [...textOf(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\- ]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** What stands in backticks and looks like a path of the repository, up to its first placeholder. */
function pathsIn(page: string): string[] {
  return [...textOf(page).matchAll(/`((?:main|preload|renderer|test|docs|\.ci)\/[^`\s]*)`/g)]
    .map(([, path = '']) => path)
    .map((path) => (/[<*…]/.test(path) ? path.replace(/[^/]*[<*…].*$/, '') : path));
}

describe.each(pages)('%s', (page) => {
  it.each(relativeLinks(page))('leads to %s', (target) => {
    const [file = '', anchor] = target.split('#');
    const linked = file === '' ? page : join(dirname(page), file);
    expect(existsSync(join(root, linked))).toBe(true);
    if (anchor !== undefined) expect(anchorsOf(linked)).toContain(anchor);
  });

  it('names files and folders that are there', () => {
    expect(pathsIn(page).filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});

it('reads the links and the paths of a page', () => {
  expect(relativeLinks('README.md')).toContain('docs/okta-setup.md');
  expect(relativeLinks('README.md')).toContain('docs/images/email-step.png');
  expect(pathsIn('docs/SECURITY.md')).toContain('main/ipc/serve.ts');
});

it('lists every command of package.json', () => {
  const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
  const listed = textOf('docs/commands.md');
  const isListed = (name: string) =>
    ['npm ', 'npm run ', ''].some((start) => listed.includes(`\`${start}${name}\``));
  expect(Object.keys(scripts).filter((name) => !isListed(name))).toEqual([]);
});
