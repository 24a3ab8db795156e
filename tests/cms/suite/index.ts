import { afterAll, afterEach, beforeAll, describe } from 'vitest';
import { checks } from './checkTests.ts';
import { downs } from './downTests.ts';
import { faults } from './faultTests.ts';
import { tidy } from './fixtures.ts';
import { lifecycle } from './lifecycleTests.ts';
import { media } from './mediaTests.ts';
import { people } from './peopleTests.ts';
import { practice } from './practiceTests.ts';
import { roles } from './roleTests.ts';
import type { Site, Target } from './target.ts';
import { unknownEnds } from './unknownEndTests.ts';

/**
 * The promises of every adapter, on one CMS in one condition. One site serves all of them; each test has a listing of
 * its own, so they do not meet. `withFaults: false` is for a condition whose requests have each been seen to fail in
 * another one. Runs in jsdom: put `// @vitest-environment jsdom` on top of the file.
 */
export function cmsSuite(target: Target, { withFaults = true } = {}): void {
  describe(target.name, { timeout: target.patience ?? 60_000 }, () => {
    let running: Site | null = null;
    const site = () => {
      if (running === null) throw new Error('the site is not started');
      return running;
    };
    beforeAll(async () => {
      running = await target.start();
    }, 240_000);
    afterEach(() => tidy(site()), 240_000);
    afterAll(() => running?.stop());

    lifecycle(target, site);
    people(target, site);
    practice(target, site);
    roles(target, site);
    checks(target, site);
    media(target, site);
    unknownEnds(target, site);
    if (withFaults) {
      downs(target, site);
      faults(target, site);
    }
  });
}
