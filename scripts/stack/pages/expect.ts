import { expect as playwrightExpect } from '@playwright/test';

/**
 * Waits as long as playwright.config.ts says, also where no test runner reads that file: `npm start` and the benchmarks
 * use these pages too.
 */
export const expect = playwrightExpect.configure({ timeout: 20_000 });
