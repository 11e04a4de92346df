import { defineConfig } from 'vitest/config';

const built = 'tests/support/built-editions.setup.ts';

export default defineConfig({
  test: {
    projects: [
      // Pure code: no build, no browser. The limit is for what hangs, not for a machine that is busy.
      {
        test: {
          name: 'unit',
          include: ['{src,bench,scripts,tests/content}/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      // The commands as processes of their own.
      { test: { name: 'command', include: ['tests/command/**/*.command.test.ts'], testTimeout: 120_000 } },
      // Every page of both built editions.
      {
        test: { name: 'site', include: ['tests/site/**/*.site.test.ts'], globalSetup: built, testTimeout: 120_000 },
      },
      // Both editions in Chromium.
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.browser.test.ts'],
          globalSetup: built,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      // The editions from a folder, from real servers and without either, in two browsers.
      {
        test: {
          name: 'offline',
          include: ['tests/offline/**/*.offline.test.ts'],
          globalSetup: 'tests/support/packs.setup.ts',
          testTimeout: 300_000,
          hookTimeout: 300_000,
          // Each file has browsers of its own.
          fileParallelism: false,
        },
      },
      // What takes too long for every change.
      {
        test: {
          name: 'nightly',
          include: ['tests/nightly/**/*.nightly.test.ts', 'tests/browser/{requests,weight}.browser.test.ts'],
          env: { ENFOCUSTOM_PART: 'nightly' },
          globalSetup: [built, 'tests/support/packs.setup.ts'],
          testTimeout: 300_000,
          hookTimeout: 600_000,
          fileParallelism: false,
        },
      },
      // Whole editions of an invented archive, built in folders of their own.
      {
        test: {
          name: 'edition',
          include: ['tests/edition/**/*.site.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
});
