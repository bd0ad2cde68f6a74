import { expect, it } from 'vitest';
import { builtAsset, toServedPage } from '../../../main/org-page/address';

it('finds scripts and styles below the address of the page', () => {
  const built = '<script src="../assets/org-page-B2x.js"></script><link href="../assets/a.css">';
  const served = toServedPage(built);
  const paths = [...served.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1] ?? '');
  expect(paths.map(builtAsset)).toEqual(['assets/org-page-B2x.js', 'assets/a.css']);
});

it.each([
  '/assets/a.js',
  '/frontdesk/verify',
  '/frontdesk/verify/assets/',
  '/frontdesk/verify/assets/../index.html',
  '/frontdesk/verify/assets/..%2f..%2fpackage.js',
  '/frontdesk/verify/assets/sub/a.js',
  '/frontdesk/verify/assets/.hidden.js',
  '/frontdesk/verify/assets/a.json',
  '/frontdesk/verify/assets/a.js.map',
])('serves no file for %s', (path) => {
  expect(builtAsset(path)).toBeNull();
});
