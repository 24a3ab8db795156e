import { expect, test } from 'vitest';
import { countLinks } from '#utils/cms/link.ts';
import { changed, newPost, standing, theOne, visit } from './fixtures.ts';
import type { Site, Target } from './target.ts';

export function lifecycle(target: Target, site: () => Site): void {
  const { driver } = target;
  const chief = () => site().signIn(target.chief);

  test('a saved listing is one published post, and a visitor finds the link on its page', async () => {
    const post = newPost(target);
    const ref = await driver.save(await chief(), post);
    expect(ref.state).toBe('published');
    expect(await theOne(site(), post.link)).toMatchObject({ id: ref.postId, state: 'published' });
    const { document } = await visit(ref.url);
    expect(countLinks(document.documentElement.outerHTML, post.link)).toBe(1);
    expect(document.body.textContent).toContain('Tahan satu tahun dalam wadah rapat.');
  });

  test('the first write of a listing, which looks for nothing, is one post that every later one finds', async () => {
    const post = newPost(target);
    const first = await driver.save(await chief(), { ...post, isFirst: true });
    expect(first.state).toBe('published');
    const second = await driver.save(await chief(), post);
    expect(second.postId).toBe(first.postId);
    await theOne(site(), post.link);
  });

  test('its picture comes from the site itself and is sent once', async () => {
    const post = newPost(target);
    const before = await site().pictures();
    const ref = await driver.save(await chief(), post);
    await driver.save(await chief(), { ...post, known: ref });
    expect(await site().pictures()).toBe(before + 1);
    expect(ref.imageUrl).not.toBeNull();
    const picture = await fetch(ref.imageUrl ?? '');
    expect(picture.headers.get('content-type')).toMatch(/^image\//);
    expect((await theOne(site(), post.link)).html).not.toContain('{{image}}');
  });

  test('saving again without knowing of the first time changes the same post', async () => {
    const post = newPost(target);
    const first = await driver.save(await chief(), post);
    const second = await driver.save(await chief(), post);
    expect(second.postId).toBe(first.postId);
    await theOne(site(), post.link);
  });

  test('two at once end in one post', async () => {
    const post = newPost(target);
    const context = await chief();
    const [first, second] = await Promise.all([driver.save(context, post), driver.save(context, post)]);
    expect(second.postId).toBe(first.postId);
    await theOne(site(), post.link);
  });

  test('a change is in the same post under the same address', async () => {
    const post = newPost(target);
    const first = await driver.save(await chief(), post);
    const next = changed(post, target, { name: 'Gula Kristal Dagan', price: 'Rp27.500/bungkus' }, first);
    const second = await driver.save(await chief(), next);
    expect(second).toMatchObject({ postId: first.postId, url: first.url, state: 'published' });
    expect(await theOne(site(), post.link)).toMatchObject({
      title: expect.stringContaining('Gula Kristal Dagan'),
      html: expect.stringContaining('Rp27.500'),
    });
    expect((await visit(first.url)).document.body.textContent).toContain('Rp27.500');
  });

  test('a retired listing is gone for visitors; retiring it again, or one that never was, is no error', async () => {
    const post = newPost(target);
    const known = await driver.save(await chief(), post);
    const gone = await driver.unpublish(await chief(), { link: post.link, known });
    expect(gone).toMatchObject({ postId: known.postId, state: 'gone' });
    expect((await standing(site(), post.link)).filter(({ state }) => state === 'published')).toEqual([]);
    expect(countLinks((await visit(known.url)).document.documentElement.outerHTML, post.link)).toBe(0);
    await driver.unpublish(await chief(), { link: post.link, known: gone });
    await expect(driver.unpublish(await chief(), { link: newPost(target).link, known: null })).resolves.toBeNull();
  });

  test('a retired listing without anything known is found and gone too', async () => {
    const post = newPost(target);
    const { url } = await driver.save(await chief(), post);
    await driver.unpublish(await chief(), { link: post.link, known: null });
    expect(countLinks((await visit(url)).document.documentElement.outerHTML, post.link)).toBe(0);
  });

  test('a retired listing that is for sale again stands once, under its old address', async () => {
    const post = newPost(target);
    const first = await driver.save(await chief(), post);
    const gone = await driver.unpublish(await chief(), { link: post.link, known: first });
    const again = await driver.save(await chief(), { ...post, known: gone });
    expect(again.state).toBe('published');
    expect((await theOne(site(), post.link)).id).toBe(again.postId);
    if (target.restores) expect(again).toMatchObject({ postId: first.postId, url: first.url });
  });

  test('a post that was erased is written anew', async () => {
    const post = newPost(target);
    const first = await driver.save(await chief(), post);
    await site().erase(first.postId);
    const again = await driver.save(await chief(), { ...post, known: first });
    expect((await theOne(site(), post.link)).id).toBe(again.postId);
    await site().erase(again.postId);
    await expect(driver.unpublish(await chief(), { link: post.link, known: again })).resolves.toBeNull();
  });
}
