import { describe, expect, it } from 'vitest';
import { findEarly, firstLoad } from '../../../main/launch/size.mjs';

describe('the first load', () => {
  const files: Record<string, string> = {
    'index.html':
      '<link rel="icon" href="./icon.svg"><script src="./assets/a.js" type="module"></script>' +
      '<link rel="modulepreload" href="./assets/b.js"><link rel="stylesheet" href="/assets/a.css">',
    'assets/a.js': 'import{x}from"./b.js";import"./c.js";const later=()=>import("./later.js")',
    'assets/b.js': 'export*from"./d.js"',
    'assets/c.js': '',
    'assets/d.js': 'import{y}from"./b.js"',
  };

  it('is the page’s scripts and styles and what they import statically', () => {
    const load = firstLoad((path) => files[path] ?? '');
    expect(load.toSorted()).toEqual(
      ['a.css', 'a.js', 'b.js', 'c.js', 'd.js'].map((name) => `assets/${name}`),
    );
  });
});

describe('main on its way to a page', () => {
  const chunk = (file: string, imports: string[], modules: string[]) => ({
    file,
    imports,
    modules,
    dynamicImports: [],
  });
  const shell = chunk('browser.js', ['app.js'], ['/project/main/shell/browser/index.ts']);
  const find = (...more: ReturnType<typeof chunk>[]) =>
    findEarly(
      [chunk('index.js', [], ['/project/main/index.ts']), shell, ...more],
      'browser/index.ts',
    );

  it('is clear where the org and the client are loaded later', () => {
    const app = chunk('app.js', ['valibot'], ['/project/main/practice-org/in-use.ts']);
    const org = chunk('org.js', ['@okta/okta-auth-js/idx'], ['/project/main/practice-org/org.ts']);
    expect(find(app, org)).toEqual([]);
  });

  it('names what is loaded too early, however deep', () => {
    const app = chunk('app.js', ['deep.js'], []);
    const deep = chunk(
      'deep.js',
      ['@okta/okta-auth-js/idx'],
      ['/project/main/practice-org/org.ts'],
    );
    expect(find(app, deep)).toEqual([
      '/project/main/practice-org/org.ts',
      '@okta/okta-auth-js/idx',
    ]);
  });
});
