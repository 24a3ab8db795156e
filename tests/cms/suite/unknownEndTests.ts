import { afterEach, describe, expect, type TestContext, test } from 'vitest';
import { noFaults, type SiteFaults } from '#tests/cms/doubles/siteFaults.ts';
import { CmsError, type LinkBackPost, type PostRef, type PostTrace } from '#utils/cms/types.ts';
import { newPost, theOne } from './fixtures.ts';
import type { SeenPost, Site, Target } from './target.ts';

/** Writes whose end nobody knows, and sites that keep no link: what a post leaves behind is found, used or taken down. */
export function unknownEnds(target: Target, site: () => Site): void {
  const { driver } = target;
  const chief = () => site().signIn(target.chief);

  /** The site's switches; a real CMS has none, and the test is left out there. */
  function faultsOf(context: TestContext): SiteFaults {
    const { faults } = site();
    if (faults === undefined) return context.skip('no switches');
    return faults;
  }
  afterEach(() => void Object.assign(site().faults ?? {}, noFaults()));

  /** One try with what the tries before it have left, as the outbox hands it on. */
  async function attempt(post: LinkBackPost): Promise<{ post: LinkBackPost; end: PostRef | CmsError }> {
    try {
      const end = await driver.save(await chief(), post);
      return { post: { ...post, known: end, mayStand: undefined }, end };
    } catch (error) {
      if (!(error instanceof CmsError)) throw error;
      const left: PostTrace[] = [...(post.mayStand ?? []), ...error.traces];
      return { post: error.mayHaveWritten ? { ...post, mayStand: left } : post, end: error };
    }
  }

  const ofTitle = async ({ title }: LinkBackPost): Promise<SeenPost[]> =>
    (await site().posts()).filter((post) => post.title === title && post.state === 'published');
  /** A product whose title no other test's post has. */
  const product = () => {
    const post = newPost(target);
    return { ...post, title: `Gula ${post.listingId}` };
  };

  describe.each([500, 504, 'line'] as const)('a save whose answer is lost (%s)', (lostAnswer) => {
    test.for([false, true])(
      'is one post in the end; the search knows titles only: %s',
      async (searchesTitles, context) => {
        const faults = faultsOf(context);
        Object.assign(faults, { lostAnswer, searchesTitles });
        const first = await attempt(product());
        if (first.end instanceof CmsError) expect(first.end.mayHaveWritten).toBe(true);
        faults.lostAnswer = null;
        const second = await attempt(first.post);
        expect(second.end).not.toBeInstanceOf(Error);
        await theOne(site(), first.post.link);
        expect(await ofTitle(first.post)).toHaveLength(1);
      },
    );

    test.for([false, true])(
      'and is withdrawn then leaves no post; titles only: %s',
      async (searchesTitles, context) => {
        const faults = faultsOf(context);
        Object.assign(faults, { lostAnswer, searchesTitles });
        const { post } = await attempt(product());
        faults.lostAnswer = null;
        await driver.unpublish(await chief(), post);
        expect(await ofTitle(post)).toEqual([]);
      },
    );
  });

  test('a failure before the write says that nothing was written', async (context) => {
    faultsOf(context);
    const tab = await chief();
    await site().endSessions();
    const error = await driver.save(tab, product()).catch((problem: unknown) => problem);
    expect(error).toMatchObject({ code: 'signed_out', mayHaveWritten: false });
  });

  test('a post that cannot carry our link never stays public, however often it is tried, and is used once it can', async (context) => {
    const faults = faultsOf(context);
    faults.stripsLinks = true;
    const before = (await site().posts()).length;
    let post = product();
    for (let count = 1; count <= 3; count += 1) {
      const tried = await attempt(post);
      expect(tried.end).toMatchObject({ code: 'not_read_back', what: 'link_stripped' });
      expect(await ofTitle(post)).toEqual([]);
      post = tried.post;
    }
    // What is left is at most the one post that every try has used again.
    expect((await site().posts()).length - before).toBeLessThanOrEqual(1);
    faults.stripsLinks = false;
    const { end } = await attempt(post);
    expect(end).toMatchObject({ state: 'published' });
    expect((await theOne(site(), post.link)).id).toBe((end as PostRef).postId);
  });

  test('a post that lost our link in a change is taken down, and comes back with it under its old id', async (context) => {
    const faults = faultsOf(context);
    const first = await attempt(product());
    faults.stripsLinks = true;
    const html = first.post.html.replace('Rp25.000', 'Rp27.500');
    const second = await attempt({ ...first.post, html });
    expect(second.end).toMatchObject({ code: 'not_read_back' });
    expect(await ofTitle(first.post)).toEqual([]);
    faults.stripsLinks = false;
    const third = await attempt(second.post);
    expect(third.end).not.toBeInstanceOf(Error);
    const { id } = await theOne(site(), first.post.link);
    if (target.restores) expect(id).toBe((first.end as PostRef).postId);
  });

  test('two posts that a lost answer has made are both taken down', async (context) => {
    const faults = faultsOf(context);
    const post = product();
    const known = await driver.save(await chief(), post);
    const seen = (await site().posts()).find(({ id }) => id === known.postId);
    await site().write(post.title, seen?.html ?? '');
    faults.searchesTitles = true;
    await driver.unpublish(await chief(), { link: post.link, title: post.title, known });
    expect(await ofTitle(post)).toEqual([]);
  });

  test('a post of unknown end that holds the link of before a move is taken down with the product', async () => {
    const before = product();
    await driver.save(await chief(), before);
    const { link, title } = product();
    await driver.unpublish(await chief(), { link, title, known: null, former: before.link, mayStand: [] });
    expect(await ofTitle(before)).toEqual([]);
  });
}
