import { atHost } from '../fake-answers';
import { addressesOf } from '../reading/addresses';
import { pressableSelector, settled } from '../screen';
import { isLinkOfOrg } from './actions';
import { type Check, until } from './probe';

/** Every page and app that the answer names can be opened from the page, exactly as named. */
export const checkLinks: Check = async ({ reading, desk }) => {
  const { origin } = desk.org;
  const addresses = addressesOf(reading.body).map((one) => absolute(atHost(one, origin), origin));
  if (addresses.length === 0) return [];
  const before = (await desk.opened()).length;
  const { pressables } = await settled(desk.page);
  const all = desk.page.locator(pressableSelector);
  let opened: string[] = [];
  for (const [index, one] of pressables.entries()) {
    if (!isLinkOfOrg(one) || !one.isReachable) continue;
    const count = Math.max(before, opened.length);
    await all.nth(index).click();
    // One at a time: the app is busy while it hands an address over.
    opened = await until(desk.opened, ({ length }) => length > count);
  }
  const own = opened.slice(before);
  return [
    ...addresses.filter((one) => !own.includes(one)).map((one) => `no way to ${one}`),
    ...own.filter((one) => !addresses.includes(one)).map((one) => `leads to ${one}`),
  ];
};

/** Some addresses are told relative to the org. */
function absolute(address: string, origin: string): string {
  return URL.canParse(address, origin) ? new URL(address, origin).href : address;
}
