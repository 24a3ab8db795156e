import { defineConfig } from '@playwright/test';
import usual from '../../playwright.config.ts';

/** As the journeys of every run, but one at a time: what is measured or built here has the machine to itself. */
export default defineConfig({
  ...usual,
  testDir: '.',
  outputDir: '../../.cache/long',
  workers: 1,
  timeout: 300_000,
});
