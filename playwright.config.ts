import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: '.cache/e2e',
  // Each worker has a real WordPress and a browser, which wait for each other more than they work; so there are two
  // workers for two cores.
  workers: 2,
  // Now and then the driver is told of no frame or no page although the browser shows it (seen on screenshots). A fault of
  // ours fails twice; what passed at the second try is named at the end of the run.
  retries: 1,
  timeout: 240_000,
  expect: { timeout: 20_000 },
  use: { actionTimeout: 20_000, navigationTimeout: 60_000, trace: 'off' },
});
