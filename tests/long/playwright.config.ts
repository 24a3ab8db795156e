import { defineConfig } from '@playwright/test';

/**
 * Like the configuration of every run, but one test at a time: what is measured or built here has the machine to
 * itself.
 */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../../.cache/long',
  workers: 1,
  retries: 0,
  timeout: 600_000,
  expect: { timeout: 20_000 },
  use: { actionTimeout: 20_000, navigationTimeout: 60_000, trace: 'off' },
});
