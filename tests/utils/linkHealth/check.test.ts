import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { DAY, HOUR } from '#contract/time.ts';
import { Laptop } from '#tests/utils/outbox/village.ts';
import { type CheckedPost, CmsError, type KnownPost, type PostHealth } from '#utils/cms/types.ts';
import { publish, revise } from '#utils/drafts/publish.ts';
import { checkSite } from '#utils/linkHealth/check.ts';
import { listHealth, rewrite } from '#utils/linkHealth/health.ts';
import { postByHand } from '#utils/listings/byHand.ts';
import type { StoredListing } from '#utils/model/stored.ts';
import { skipLinkback } from '#utils/outbox/actions.ts';

let laptop: Laptop;
beforeAll(async () => {
  laptop = await Laptop.start();
}, 60_000);
afterAll(() => laptop.stop());
beforeEach(() => laptop.reset());

const BROKEN = { state: 'broken' as const, url: null, checkedAt: null, reason: 'link_missing' };
const clock = () => ({ now: laptop.now, random: 0.5 });

async function linked(name = 'Gula semut'): Promise<string> {
  const draft = await laptop.draft({ name });
  await publish(laptop.db, draft, clock());
  await laptop.live();
  return draft.id;
}

/** The CMS says this of every post it is asked for. */
const says = (health: PostHealth) =>
  vi.fn(async (posts: KnownPost[]): Promise<CheckedPost[]> => posts.map(({ link }) => ({ link, health })));

const look = (ask: (posts: KnownPost[]) => Promise<CheckedPost[]>, site = laptop.site.url) =>
  checkSite(laptop.db, site, () => laptop.now, ask);

const health = async () => (await listHealth(laptop.db)).map((one) => one.health);

async function change(id: string, update: (listing: StoredListing) => StoredListing): Promise<void> {
  await laptop.db.change(['listings'], async (tx) => {
    const listing = await tx.get('listings', id);
    if (listing) await tx.put('listings', update(listing));
  });
}

describe('the look at our posts', () => {
  test('is taken once a day at most, however often the site is visited', async () => {
    await linked();
    const ask = says('ok');
    expect(await look(ask)).toBe(true);
    expect(await look(ask)).toBe(false);
    laptop.now += DAY - 1;
    await look(ask);
    expect(ask).toHaveBeenCalledTimes(1);
    laptop.now += 1;
    await look(ask);
    expect(ask).toHaveBeenCalledTimes(2);
  });

  test('of one site says nothing of, and asks nothing about, another site of the same origin', async () => {
    await linked();
    const ask = says('deleted');
    expect(await look(ask, `${laptop.site.url}/selatan`)).toBe(false);
    expect(ask).not.toHaveBeenCalled();
    await look(ask);
    expect(ask).toHaveBeenCalledTimes(1);
  });

  test('that failed is tried again, but not at every page', async () => {
    await linked();
    const signedOut = vi.fn().mockRejectedValue(new CmsError('signed_out'));
    expect(await look(signedOut)).toBe(false);
    await look(signedOut);
    expect(signedOut).toHaveBeenCalledTimes(1);
    laptop.now += HOUR;
    expect(await look(says('edited'))).toBe(true);
    expect(await health()).toEqual(['edited']);
  });

  test('leaves alone what is owed, withdrawn, given up or being written', async () => {
    const [owed, withdrawn, given, writing] = [
      await linked('Gula'),
      await linked('Kopi'),
      await linked('Madu'),
      await linked('Batik'),
    ];
    await revise(laptop.db, withdrawn, { state: 'withdrawn' }, clock());
    await laptop.live();
    await skipLinkback(laptop.db, given, clock());
    await change(writing, (listing) => ({ ...listing, writing: { writer: 'w', at: laptop.now } }));
    await revise(laptop.db, owed, { price: 30_000 }, clock());
    const ask = says('deleted');
    await look(ask);
    expect(ask).not.toHaveBeenCalled();
  });

  test('does not ask the CMS for a card that a person put into an article of his own', async () => {
    const id = await linked();
    await change(id, (listing) => ({ ...listing, post: postByHand(`${laptop.site.url}/berita`, listing.input) }));
    const ask = says('deleted');
    await look(ask);
    expect(ask).not.toHaveBeenCalled();
    expect(await health()).toEqual(['ok']);
  });

  test('that saw a post from before it was written again is not believed', async () => {
    const id = await linked();
    await look(async (posts) => {
      laptop.now += 1;
      await change(id, (listing) => ({ ...listing, postAt: laptop.now }));
      return says('edited')(posts);
    });
    expect(await health()).toEqual(['ok']);
  });
});

describe('the health of a link back', () => {
  test('is what was found, worst first, and the marketplace’s word where nothing was found', async () => {
    const [ok, broken, deleted, edited] = [
      await linked('Gula'),
      await linked('Kopi'),
      await linked('Madu'),
      await linked('Batik'),
    ];
    const found = new Map<string, PostHealth>([
      [deleted, 'deleted'],
      [edited, 'edited'],
    ]);
    await look(async (posts) =>
      posts.map(({ link }) => ({ link, health: found.get(link.slice(link.lastIndexOf('/') + 1)) ?? 'ok' })),
    );
    await change(broken, (listing) => ({
      ...listing,
      verification: BROKEN,
    }));
    expect((await listHealth(laptop.db)).map(({ id, health }) => [id, health])).toEqual([
      [deleted, 'deleted'],
      [edited, 'edited'],
      [broken, 'broken'],
      [ok, 'ok'],
    ]);
    expect((await listHealth(laptop.db)).map(({ reason }) => reason)).toEqual([
      ...[undefined, undefined],
      ...['link_missing', undefined],
    ]);
  });

  test('is well again as soon as the post was written again', async () => {
    const id = await linked();
    laptop.site.posts = [];
    await look(says('deleted'));
    expect(await health()).toEqual(['deleted']);
    laptop.now += 1;
    await rewrite(laptop.db, id, clock());
    expect(await health()).toEqual([]);
    await laptop.live();
    expect(await health()).toEqual(['ok']);
    expect(laptop.site.posts).toHaveLength(1);
    expect(laptop.site.overwrites.at(-1)).toBe(true);
  });

  test('an edit is never overwritten unasked: the look alone owes nothing', async () => {
    const id = await linked();
    await look(says('edited'));
    expect(await laptop.owed()).toEqual([]);
    await laptop.live();
    expect(laptop.site.overwrites).not.toContain(true);
    await skipLinkback(laptop.db, id, clock());
    expect(await health()).toEqual([]);
  });

  test('of an edit that a change ran into is an edit too, and the answer sets it going', async () => {
    const id = await linked();
    laptop.site.faults = ['edited_by_hand'];
    await revise(laptop.db, id, { price: 30_000 }, clock());
    await laptop.drain();
    expect(await health()).toEqual(['edited']);
    await rewrite(laptop.db, id, clock());
    await laptop.live();
    expect(laptop.site.overwrites.at(-1)).toBe(true);
    expect(await health()).toEqual(['ok']);
  });

  test('looking again at a page the marketplace did not find overwrites nobody', async () => {
    const id = await linked();
    await change(id, (listing) => ({
      ...listing,
      verification: BROKEN,
    }));
    await rewrite(laptop.db, id, clock());
    await laptop.live();
    expect(laptop.site.overwrites).not.toContain(true);
    expect(await health()).toEqual(['ok']);
  });
});
