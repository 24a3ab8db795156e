import { describe, expect, test } from 'vitest';
import { CmsError, type LinkBackPost, type PostRef } from '#utils/cms/types.ts';
import {
  atEveryRequest,
  breaksAfter,
  breaksBefore,
  DiedError,
  diesAfter,
  type Fault,
  faultAt,
  offline,
  silent,
} from './faults.ts';
import { changed, newPost, standing, theOne, tidy } from './fixtures.ts';
import type { Site, Target } from './target.ts';

/**
 * Each fault at the first request, then at the second, and so on; after each, one clean call puts all right. In every run
 * each request meets two of the six faults.
 */
export function faults(target: Target, site: () => Site): void {
  const { driver } = target;
  const patience = (target.patience ?? 60_000) * 10;
  const chief = () => site().signIn(target.chief);

  /** One attempt with a fault; a problem that is no CmsError would leave the outbox without a sentence. */
  async function attempt(
    post: LinkBackPost,
    nth: number,
    fault: Fault,
  ): Promise<{ hit: boolean; end: PostRef | Error }> {
    const { context, hit } = faultAt(await chief(), nth, fault);
    const end = await driver.save(context, post).catch((error: Error) => error);
    if (end instanceof Error && !(end instanceof DiedError)) expect(end).toBeInstanceOf(CmsError);
    return { hit: hit(), end };
  }

  const atEvery = (turn: number, attempt: (nth: number) => Promise<{ hit: boolean }>) =>
    atEveryRequest(
      async (nth) => {
        const done = await attempt(nth);
        await tidy(site());
        return done;
      },
      { turn, turns: 3 },
    );

  /** Nothing is lost and nothing doubled: the same call again, and one post stands. */
  async function makeGood(post: LinkBackPost): Promise<void> {
    const ref = await driver.save(await chief(), post);
    expect((await theOne(site(), post.link)).id).toBe(ref.postId);
  }

  const endsSession: Fault = async ({ send }) => {
    await site().endSessions();
    return send();
  };

  const FAULTS: [string, Fault][] = [
    ['the session ends before', endsSession],
    ['the page dies after', diesAfter],
    ['the line breaks at', offline],
    ['the server breaks down before', breaksBefore],
    ['the server breaks down after', breaksAfter],
    ['a reply lies about', silent(target.silence)],
  ];
  describe.each(FAULTS)('%s any request of', (name, fault) => {
    const turn = FAULTS.findIndex(([one]) => one === name);
    test('a first save: it fails in words, or it is true; then one post stands', {
      timeout: patience,
    }, async () => {
      await atEvery(turn, async (nth) => {
        const post = newPost(target);
        const { hit, end } = await attempt(post, nth, fault);
        // The last request may be a visitor's look at the page, which needs no session: then the save is true.
        if (hit && fault === endsSession && end instanceof Error) expect(end).toMatchObject({ code: 'signed_out' });
        if (!(end instanceof Error)) expect((await theOne(site(), post.link)).id).toBe(end.postId);
        await makeGood(post);
        return { hit };
      });
    });

    test('a change: the old words or the new ones, never two posts', {
      timeout: patience,
    }, async () => {
      await atEvery(turn + 1, async (nth) => {
        const post = newPost(target);
        const known = await driver.save(await chief(), post);
        const next = changed(post, target, { price: 'Rp27.500/bungkus' }, known);
        const { hit, end } = await attempt(next, nth, fault);
        const { html } = await theOne(site(), post.link);
        if (!(end instanceof Error)) expect(html).toContain('Rp27.500');
        await makeGood(next);
        return { hit };
      });
    });

    test('a retirement: gone in the end', { timeout: patience }, async () => {
      await atEvery(turn + 2, async (nth) => {
        const post = newPost(target);
        const known = await driver.save(await chief(), post);
        const { context, hit } = faultAt(await chief(), nth, fault);
        const end = await driver.unpublish(context, { link: post.link, known }).catch((error: Error) => error);
        const published = async () => (await standing(site(), post.link)).filter(({ state }) => state === 'published');
        if (!(end instanceof Error)) expect(await published()).toEqual([]);
        else if (!(end instanceof DiedError)) expect(end).toBeInstanceOf(CmsError);
        await driver.unpublish(await chief(), { link: post.link, known });
        expect(await published()).toEqual([]);
        return { hit: hit() };
      });
    });
  });
}
