import { fileURLToPath } from 'node:url';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Milliseconds; two busy cores take their time, and the long run tries much more in one test. */
const testTimeout = process.env['FRONTDESK_LONG'] ? 300_000 : 20_000;

/** A Secret Service can be had on Linux alone; elsewhere the system's keychain takes its place. */
function keychainTests(platform: NodeJS.Platform) {
  const system = 'test/keychain/system-keychain.test.ts';
  return platform === 'linux'
    ? { include: ['test/keychain/**/*.test.ts'], exclude: [system] }
    : { include: [system] };
}

export default defineConfig({
  root,
  test: {
    // Vitest would leave one core to whoever watches.
    maxWorkers: '100%',
    projects: [
      {
        root,
        test: {
          name: 'unit',
          environment: 'node',
          testTimeout,
          include: ['test/unit/**/*.test.ts', 'test/contract/**/*.test.ts'],
        },
      },
      {
        root,
        plugins: [vue()],
        test: {
          name: 'renderer',
          environment: 'happy-dom',
          testTimeout,
          include: ['test/renderer/**/*.test.ts'],
        },
      },
      {
        root,
        test: {
          name: 'keychain',
          environment: 'node',
          testTimeout,
          ...keychainTests(process.platform),
          fileParallelism: false,
        },
      },
    ],
  },
});
