import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { languages } from '../../preload/languages';

/**
 * Languages by which a script is tried in a browser, two where it has two. What differs between
 * languages of one script are words, which the catalogues' own tests compare.
 */
export const sampledLanguages = [
  ...Map.groupBy(languages, (tag) => new Intl.Locale(tag).maximize().script).values(),
].flatMap((ofOneScript) => ofOneScript.slice(0, 2));

/** The page as it stands has no violation that axe can find. */
export async function hasNoViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(' | ')}`);
  expect(found, await page.title()).toEqual([]);
}
