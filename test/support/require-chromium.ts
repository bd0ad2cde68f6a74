import { findBrowser } from '../../main/launch/find-browser.mjs';

/** Fails the run at once, with what to do, where every single test would fail without saying why. */
export default function requireChromium() {
  if (findBrowser()) return;
  throw new Error(
    'The browser tests need a Chromium, Chrome or Edge. "npm run test:e2e" sets one up or says what to do.',
  );
}
