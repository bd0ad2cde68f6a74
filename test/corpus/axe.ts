import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

type Found = Pick<Awaited<ReturnType<AxeBuilder['analyze']>>, 'violations'>;

/**
 * What axe finds on the page, in words. It stays on the page, which many recordings share: to put it
 * there takes four times as long as to run it.
 */
export async function violationsOf(page: Page): Promise<string[]> {
  const isThere = await page.evaluate(() => 'axe' in window);
  const { violations } = isThere
    ? await page.evaluate(runAgain)
    : // No frames here, for which it would open a page of its own each time.
      await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.map(
    ({ id, nodes }) => `axe: ${id} at ${nodes.map(({ html }) => html).join(' ')}`,
  );
}

/** In the page. */
async function runAgain(): Promise<Found> {
  const { axe } = window as unknown as { axe: { run(root: Document): Promise<Found> } };
  const { violations } = await axe.run(document);
  return { violations };
}
