import { expect as playwrightExpect } from '@playwright/test';

/** As patient as playwright.config.ts also where no test runner reads that: `npm start` and the benchmarks use these pages too. */
export const expect = playwrightExpect.configure({ timeout: 20_000 });
