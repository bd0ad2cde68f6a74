import { chromiumAdvice, findChromium } from './chromium';

/** Fails the run at once, with what to do, where every single test would fail without saying why. */
export default function requireChromium() {
  if (!findChromium()) throw new Error(chromiumAdvice);
}
