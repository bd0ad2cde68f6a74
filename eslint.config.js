import importX, { createNodeResolver } from 'eslint-plugin-import-x';
import { defineConfig } from 'eslint/config';
import vue from 'eslint-plugin-vue';
import globals from 'globals';
import ts from 'typescript-eslint';
import { zones } from './test/lint/layers.mjs';

export default defineConfig(
  { ignores: ['out', 'dist', '**/node_modules', 'test-results', 'playwright-report'] },
  ...ts.configs.strict,
  ...vue.configs['flat/recommended'],
  {
    // Also for .ts, whose imports of components import-x reads with the options of the file it lints.
    files: ['**/*.{ts,vue}'],
    languageOptions: { parserOptions: { parser: ts.parser } },
  },
  {
    plugins: { 'import-x': importX },
    settings: {
      'import-x/extensions': ['.ts', '.vue', '.js', '.mjs'],
      'import-x/parsers': {
        '@typescript-eslint/parser': ['.ts'],
        'vue-eslint-parser': ['.vue'],
        espree: ['.js', '.mjs'],
      },
      'import-x/resolver-next': [
        createNodeResolver({ extensions: ['.ts', '.vue', '.js', '.mjs'] }),
      ],
    },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones }],
      'import-x/no-cycle': 'error',
      eqeqeq: ['error', 'always'],
      'no-console': 'error',
    },
  },
  {
    files: ['main/**/*.ts', 'renderer/**/*.{ts,vue}'],
    ignores: ['main/shell/electron/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: 'electron',
              message: 'Only main/shell/electron and preload/bridges/ipc.ts touch Electron.',
              allowTypeImports: true,
            },
          ],
        },
      ],
    },
  },
  {
    files: ['main/**/*.ts'],
    // What a page sends to main, and what the practice org is asked, has bounds of its own.
    ignores: ['main/practice-org/**', 'main/shell/electron/{net-fetch,org-window-session}.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'CallExpression[arguments.length=0][callee.property.name=/^(json|text|arrayBuffer|blob|bytes|formData)$/]',
          message: 'A body is read by main/network/read-body, which stops at 5 MB.',
        },
      ],
    },
  },
  {
    files: ['main/**', 'test/**', '*.{js,ts}'],
    languageOptions: { globals: globals.node },
  },
  {
    files: ['renderer/**'],
    languageOptions: { globals: globals.browser },
    rules: {
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      'vue/html-indent': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/multi-word-component-names': 'off',
      // Optional props are told by their types.
      'vue/require-default-prop': 'off',
    },
  },
  {
    files: ['main/launch.mjs', 'main/launch/**', 'main/practice-org/cli.ts', 'test/support/**'],
    rules: { 'no-console': 'off' },
  },
);
