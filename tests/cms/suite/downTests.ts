import { describe, expect, test } from 'vitest';
import { answerAs } from '#tests/cms/browser.ts';
import { EVERY_VARIANT } from '#tests/support/variants.ts';
import type { DriverContext } from '#utils/cms/types.ts';
import { atEveryRequest } from './faults.ts';
import { newPost, theOne, tidy } from './fixtures.ts';
import type { Site, Target } from './target.ts';

type Answer = () => Response;

/** What stands between us and a village's CMS on a bad day; none of these says anything of the CMS or of the person. */
const STATUSES: [string, Answer][] = [
  ['a gateway without a server (502)', () => new Response('<h1>502 Bad Gateway</h1>', { status: 502 })],
  ['a page of maintenance (503)', () => new Response('<title>Perawatan</title>', { status: 503 })],
  ['a proxy that waited in vain (522)', () => new Response('<title>522</title>', { status: 522 })],
  ['a limit (429)', () => new Response('Too Many Requests', { status: 429, headers: { 'retry-after': '120' } })],
];
const PAGE: Answer = () =>
  new Response('<!doctype html><title>Segera kembali</title><p>Situs sedang dirawat.', {
    headers: { 'content-type': 'text/html' },
  });

/** A condition of the site, by the place of the request (from 1) that is the first to meet it. */
type Down = [string, (nth: number) => Answer];

/**
 * The statuses take turns along the requests, because one function tells them all from the others. Each at each request is
 * four times the work, which `npm run test:long` does.
 */
const DOWN: Down[] = [
  ...(EVERY_VARIANT
    ? STATUSES.map(([name, answer]): Down => [name, () => answer])
    : [['the answer of a server that cannot', (nth) => STATUSES[nth % STATUSES.length]?.[1] ?? PAGE] satisfies Down]),
  ['a host’s page with 200', () => PAGE],
];

/** The same person and page, where from the nth request (from 1) on everything is answered so. */
function downFrom(context: DriverContext, nth: number, answer: Answer): { context: DriverContext; hit(): boolean } {
  let count = 0;
  const fetch: typeof globalThis.fetch = async (input, init) => {
    count += 1;
    return count < nth ? context.fetch(input, init) : answerAs(String(input), false, answer());
  };
  return { context: { ...context, fetch }, hit: () => count >= nth };
}

/** A site that is down is told as that at every request, and the same call does all once it is back. */
export function downs(target: Target, site: () => Site): void {
  const { driver } = target;
  const patience = (target.patience ?? 60_000) * 10;
  const chief = () => site().signIn(target.chief);

  describe('a site that is down', () => {
    test.each(DOWN)(
      '%s: it is told as that and as nothing else, and one post stands afterwards',
      { timeout: patience },
      async (_, answerAt) => {
        await atEveryRequest(async (nth) => {
          const answer = answerAt(nth);
          const wait = answer().headers.get('retry-after');
          const post = newPost(target);
          const { context, hit } = downFrom(await chief(), nth, answer);
          const end = await driver.save(context, post).catch((error: unknown) => error);
          // A page with 200 in the place of an answer that nobody needs does no harm.
          if (end instanceof Error) {
            expect(end).toMatchObject({ code: 'site_down', retryAfterSeconds: wait === null ? null : Number(wait) });
          } else expect(end).toMatchObject({ postId: (await theOne(site(), post.link)).id });
          const ref = await driver.save(await chief(), post);
          expect((await theOne(site(), post.link)).id).toBe(ref.postId);
          await tidy(site());
          return { hit: hit() };
        });
      },
    );
  });
}
