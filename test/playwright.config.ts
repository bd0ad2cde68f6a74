import { defineConfig } from '@playwright/test';
import { findBrowser } from '../main/launch/find-browser.mjs';

const project = process.argv.find((parameter) => parameter.startsWith('--project='))?.slice(10);
const chromium = findBrowser();
// The processes that run the tests read this file again and need not look again.
if (chromium) process.env['CHROMIUM'] = chromium;

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results/artifacts',
  globalSetup: './support/require-chromium.ts',
  reporter: [
    ['list'],
    ['json', { outputFile: `../test-results/${project ?? 'playwright'}.json` }],
    ...(project === 'corpus' ? [['./corpus/table-reporter.ts'] as const] : []),
  ],
  // Two cores: more pages at once only wait for each other.
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    browserName: 'chromium',
    // A trace costs every test a third of its time; `--trace on` records one where it is needed.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(chromium ? { executablePath: chromium } : {}),
      args: [
        // Root cannot use Chromium's sandbox; everyone else keeps it.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'e2e', testMatch: ['e2e/**/*.spec.ts', 'e2e-electron/**/*.spec.ts'] },
    { name: 'corpus', testMatch: 'corpus/**/*.spec.ts' },
    { name: 'peers', testMatch: 'peers/**/*.spec.ts', testIgnore: '**/node_modules/**' },
  ],
});
