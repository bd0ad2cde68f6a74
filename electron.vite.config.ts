import { resolve } from 'node:path';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'electron-vite';
import { build, type Plugin } from 'vite';
import { noncePlaceholder } from './main/shell/content-security-policy';

const root = import.meta.dirname;

/** Records which sources went into which file of main, for `npm run size`. */
function moduleList(): Plugin {
  return {
    name: 'frontdesk:module-list',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).flatMap((file) =>
        file.type === 'chunk'
          ? [
              {
                file: file.fileName,
                imports: file.imports,
                dynamicImports: file.dynamicImports,
                modules: file.moduleIds,
              },
            ]
          : [],
      );
      this.emitFile({ type: 'asset', fileName: 'modules.json', source: JSON.stringify(chunks) });
    },
  };
}

/** The browser shell's bridge is a plain script for a page, which the preload target cannot make. */
function browserBridge(): Plugin {
  return {
    name: 'frontdesk:browser-bridge',
    async closeBundle() {
      await build({
        root,
        configFile: false,
        logLevel: 'warn',
        publicDir: false,
        build: {
          outDir: resolve(root, 'out/preload'),
          emptyOutDir: false,
          lib: {
            entry: resolve(root, 'preload/bridges/http.ts'),
            formats: ['iife'],
            name: 'frontdeskBridge',
            fileName: () => 'browser.js',
          },
        },
      });
    },
  };
}

export default defineConfig({
  main: {
    plugins: [moduleList()],
    build: {
      rolldownOptions: {
        input: {
          index: resolve(root, 'main/index.ts'),
          readiness: resolve(root, 'main/command-line/readiness.ts'),
          'practice-org': resolve(root, 'main/practice-org/cli.ts'),
          'practice-org-worker': resolve(root, 'main/practice-org/worker.ts'),
        },
        output: {
          // All in one folder, so that a path relative to `import.meta` is the same in every file.
          chunkFileNames: '[name]-[hash].js',
        },
      },
    },
  },
  preload: {
    plugins: [browserBridge()],
    build: {
      // A sandboxed preload can require nothing but 'electron'.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: resolve(root, 'preload/bridges/ipc.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(root, 'renderer'),
    plugins: [vue()],
    html: { cspNonce: noncePlaceholder },
    // Components are written with setup functions only, so the older interfaces stay out.
    define: {
      __VUE_OPTIONS_API__: 'false',
      __VUE_I18N_LEGACY_API__: 'false',
      __INTLIFY_PROD_DEVTOOLS__: 'false',
    },
    build: {
      minify: true,
      // The policy allows no inline data in scripts or styles.
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: {
          index: resolve(root, 'renderer/index.html'),
          // Captchas and passkeys: served from the org's own address.
          'org-page': resolve(root, 'renderer/org-page/index.html'),
        },
      },
    },
  },
});
