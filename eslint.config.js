import js from '@eslint/js';
import ts from 'typescript-eslint';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import svelteConfig from './svelte.config.js';

export default ts.config(
  { ignores: ['build/', 'dist/', '.svelte-kit/', 'node_modules/', 'static/'] },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      'no-restricted-imports': ['error', { patterns: ['../*'] }],
      'no-restricted-syntax': [
        'error',
        { selector: 'ImportExpression > TemplateLiteral', message: 'import a fixed path' },
        { selector: 'ExportAllDeclaration', message: 'no barrels: import from the file itself' },
      ],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'svelte/no-navigation-without-resolve': 'off',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig },
    },
  },
  {
    files: ['src/routes/**'],
    rules: { 'no-restricted-imports': 'off' },
  },
  {
    files: ['tests/**', '*.config.*', 'bin/**'],
    rules: { 'no-restricted-imports': 'off', 'max-lines': 'off' },
  },
  { files: ['rooms.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
);
