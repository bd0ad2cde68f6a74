import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The headless shell first: it draws no window, and starts and runs twice as fast. */
const names = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'msedge',
];
const places = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

export const chromiumAdvice =
  'The browser tests need a Chromium, and none was found. On Debian: apt-get install chromium-headless-shell (or chromium). ' +
  'Elsewhere, set CHROMIUM to the path of one.';

/** The Chromium this machine has, or null: nothing is downloaded. */
export function findChromium(): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const candidates = [
    process.env['CHROMIUM'] ?? '',
    ...folders.flatMap((folder) => names.map((name) => join(folder, name))),
    ...places,
  ];
  return candidates.find((candidate) => candidate !== '' && existsSync(candidate)) ?? null;
}
