import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tests/support/longestFirst.ts';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    // Vitest leaves one core free, which is half of a machine with two.
    maxWorkers: availableParallelism(),
    setupFiles: ['tests/support/setup.ts'],
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/{utils,components,entrypoints,cms,scripts,released}/**/*.test.{ts,tsx}'],
          exclude: ['tests/cms/**/real.test.ts'],
          // Much of it is work, not waiting, which a busy machine makes several times as long.
          testTimeout: 60_000,
        },
      },
      {
        // The CMS suite runs on running CMSs, by hand; the top of its file says what each CMS needs.
        extends: true,
        test: { name: 'real', include: ['tests/cms/**/real.test.ts'], testTimeout: 600_000, fileParallelism: false },
      },
      {
        // These tests take minutes, so they run by hand: `vitest run --project long`.
        extends: true,
        test: {
          name: 'long',
          include: ['tests/long/**/*.test.ts'],
          testTimeout: 1_800_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'marketplace',
          include: ['tests/marketplace/**/*.test.{ts,tsx}'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'firefox',
          include: ['tests/e2e/firefox/**/*.test.ts'],
          testTimeout: 240_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
