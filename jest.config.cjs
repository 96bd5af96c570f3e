/**
 * Three projects: `unit` runs pure TypeScript in Node; `component` drives the real page in one Chromium,
 * with an in-memory main process behind it; `e2e` drives the built app in a real window.
 * lowdb, steno, marked and the other ESM-only packages are transformed, for Jest loads CommonJS.
 */
const { availableParallelism } = require('node:os')

const esmOnly = [
  'lowdb',
  'steno',
  'marked',
  'approx-string-match',
  'opencc-js',
  'preact',
  '@preact',
  'lucide',
  'parse5',
  'entities',
  'marked-footnote',
  'fuzzysort',
  'pinyin-match',
  'linkedom',
  'css-select',
  'css-what',
  'boolbase',
  'domhandler',
  'domutils',
  'dom-serializer',
  'domelementtype',
  'htmlparser2',
  'nth-check',
  'uhyphen',
  'cssomnom',
  'd3-[a-z-]+',
  'internmap',
  // The reader of Markdown, which comes in many small packages.
  '(?:mdast-util|micromark|unist-util)[^/]*',
  'ccount',
  'character-entities',
  'decode-named-character-reference',
  'devlop',
  'escape-string-regexp',
  'longest-streak',
  'markdown-table',
  'zwitch',
].join('|')

/** What is pure, and evaluated once for all test files of a worker. */
const evaluatedOnce = ['core/', 'assets/', 'node_modules/', 'tests/unit/support/']

const shared = {
  testEnvironment: '<rootDir>/tools/jest/realm-environment.ts',
  runtime: '<rootDir>/tools/jest/realm-runtime.cjs',
  testEnvironmentOptions: { evaluatedOnce },
  transform: {
    '^.+\\.(t|j|mj)sx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic', importSource: 'preact' } },
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  // Some of them bring a build for CommonJS too, which is what is required.
  transformIgnorePatterns: [
    `/node_modules/(?!(${esmOnly})/)`,
    '/node_modules/.*/(?:cjs|commonjs|umd)/',
  ],
  modulePathIgnorePatterns: ['<rootDir>/release', '<rootDir>/dist'],
  moduleNameMapper: { '^fast-check$': '<rootDir>/tests/support/fast-check.ts' },
}

module.exports = {
  // Not one more, though a page waits now and then: the unit tests run beside it in `npm test`, and what shares a
  // core takes more of its time.
  maxWorkers: availableParallelism(),
  // What a test waits for comes when it comes: a busy machine is no failure.
  testTimeout: 60_000,
  // Whatever goes by chance goes by this seed; `--seed` gives it again.
  showSeed: true,
  reporters: ['default', '<rootDir>/tools/jest/closing-line-reporter.cjs'],
  projects: [
    { ...shared, displayName: 'unit', testMatch: ['<rootDir>/tests/unit/**/*.test.{ts,tsx}'] },
    {
      ...shared,
      displayName: 'component',
      testEnvironment: '<rootDir>/tests/component/support/environment.ts',
      // A worker's files use the same windows.
      testEnvironmentOptions: {
        evaluatedOnce: [
          ...evaluatedOnce,
          'tests/component/support/bundled-report.ts',
          'tests/component/support/windows.ts',
        ],
      },
      testMatch: ['<rootDir>/tests/component/**/*.test.ts'],
      globalSetup: '<rootDir>/tests/component/global-setup.ts',
      globalTeardown: '<rootDir>/tests/component/global-teardown.ts',
      moduleNameMapper: {
        ...shared.moduleNameMapper,
        '^electron$': '<rootDir>/tests/component/support/electron.ts',
      },
    },
    {
      ...shared,
      displayName: 'e2e',
      testMatch: ['<rootDir>/tests/e2e/**/*.test.ts'],
      globalSetup: '<rootDir>/tests/e2e/global-setup.ts',
    },
  ],
}
