import { expect, test } from 'vitest';
import { badgeOf } from '#utils/cms/link.ts';
import { changed, newPost, theOne, visit } from './fixtures.ts';
import type { Site, Target } from './target.ts';

/** What a person writes or does in the CMS beside us, and what a hostile person writes into a listing. */
export function people(target: Target, site: () => Site): void {
  const { driver } = target;
  const chief = () => site().signIn(target.chief);

  test('a post edited by hand is not overwritten until the person says so', async () => {
    const post = newPost(target);
    const known = await driver.save(await chief(), post);
    const { html } = await theOne(site(), post.link);
    await site().edit(known.postId, html.replace('Tahan satu tahun', 'Tahan dua tahun'));
    const next = changed(post, target, { price: 'Rp27.500/bungkus' }, known);
    await expect(driver.save(await chief(), next)).rejects.toMatchObject({ code: 'edited_by_hand' });
    expect((await theOne(site(), post.link)).html).toContain('Tahan dua tahun');
    const after = await driver.save(await chief(), { ...next, overwriteEdits: true });
    expect(after.postId).toBe(known.postId);
    expect((await theOne(site(), post.link)).html).toContain('Rp27.500');
    await driver.save(await chief(), { ...next, known: after });
  });

  test('a post from which a person took the link is asked about, and never written over', async () => {
    const post = newPost(target);
    const known = await driver.save(await chief(), post);
    await site().edit(known.postId, '<p>Kabar panen raya di Dagan minggu ini.</p>');
    await expect(driver.save(await chief(), { ...post, known })).rejects.toMatchObject({ code: 'edited_by_hand' });
    const anew = await driver.save(await chief(), { ...post, known, overwriteEdits: true });
    expect(anew.postId).not.toBe(known.postId);
    const kept = (await site().posts()).find(({ id }) => id === known.postId);
    expect(kept?.html).toContain('Kabar panen raya');
  });

  test('a post of a product that has another id by now is changed, no second one is written; edited by hand it is asked about', async () => {
    const [before, post] = [newPost(target), newPost(target)];
    const known = await driver.save(await chief(), before);
    const moved = { ...post, known, former: before.link };
    const ref = await driver.save(await chief(), moved);
    expect(ref.postId).toBe(known.postId);
    expect((await site().posts()).filter(({ html }) => html.includes(before.link))).toEqual([]);
    const { html } = await theOne(site(), post.link);
    await site().edit(ref.postId, html.replace('Tahan satu tahun', 'Tahan dua tahun'));
    const again = { ...newPost(target), known: ref, former: post.link };
    await expect(driver.save(await chief(), again)).rejects.toMatchObject({ code: 'edited_by_hand' });
  });

  test("a person's own article that holds our link, by hand or as a card, is left alone", async () => {
    const post = newPost(target);
    const byHand = `<p>Kabar desa: <a href="${post.link}">gula semut</a> kini dijual daring di pasar kabupaten.</p>`;
    const asCard = `<p>Baca juga</p><p><a href="${post.link}">Gula</a></p><p><a href="${post.link}"><img src="${badgeOf(post.link)}" alt=""></a></p>`;
    const own = [await site().write('Kabar desa', byHand), await site().write('Panen raya', asCard)];
    const ref = await driver.save(await chief(), post);
    expect(own).not.toContain(ref.postId);
    await driver.unpublish(await chief(), { link: post.link, known: null });
    const kept = (await site().posts()).filter(({ id }) => own.includes(id));
    expect(kept.map(({ title, state }) => [title, state])).toEqual([
      ['Kabar desa', 'published'],
      ['Panen raya', 'published'],
    ]);
  });

  test('a post that is open in an editor on this page is left to it', async () => {
    const post = newPost(target);
    const known = await driver.save(await chief(), post);
    const context = await site().openEditor(target.chief, known.postId);
    expect(context.page.openPost).toBe(known.postId);
    const next = changed(post, target, { price: 'Rp27.500/bungkus' }, known);
    await expect(driver.save(context, next)).rejects.toMatchObject({ code: 'open_in_editor' });
    await expect(driver.unpublish(context, next)).rejects.toMatchObject({ code: 'open_in_editor' });
    expect((await theOne(site(), post.link)).html).not.toContain('Rp27.500');
  });

  test('hostile words in a listing are words to the visitor', async () => {
    const name = `<img src=x onerror=pwn()> [gallery] {loadmodule x} & &lt;b&gt; "T'"`;
    const description =
      '</p><script>pwn()</script>\n\n[caption]<iframe src="//evil.example">\n\nhttps://video.example/watch?v=1';
    const post = newPost(target, { name, description });
    const ref = await driver.save(await chief(), post);
    const { document } = await visit(ref.url);
    // Some sites repeat a title as data for search engines or for their own scripts: data is in a script element that never runs.
    const code = [...document.querySelectorAll('script:not([type$="json"])')]
      .map((script) => script.textContent)
      .join();
    expect(code).not.toContain('pwn()');
    expect(document.querySelector('[onerror], iframe')).toBeNull();
    const seen = document.body.textContent ?? '';
    for (const words of [
      '<img src=x onerror=pwn()>',
      '[gallery]',
      '{loadmodule x}',
      '<script>pwn()</script>',
      '[caption]',
    ]) {
      expect(seen).toContain(words);
    }
  });

  test('a name with an emoji is saved, and the words around it are kept', async () => {
    const post = newPost(target, { name: 'Keripik 😀 Dagan', description: 'Renyah 🎉 sekali.' });
    const ref = await driver.save(await chief(), post);
    expect((await visit(ref.url)).document.body.textContent).toMatch(/Renyah .* ?sekali/);
  });

  test('a picture that the site refuses holds up neither the post nor a change of it, and its absence is told', async () => {
    if (target.badPicture === null) return;
    const post = newPost(target);
    const image = { blob: target.badPicture, fileName: `rusak-${post.listingId}.jpg`, alt: 'x' };
    const ref = await driver.save(await chief(), { ...post, image });
    expect(ref).toMatchObject({ state: 'published', imageUrl: null, pictureMissing: 'refused' });
    const again = { ...changed(post, target, { price: 'Rp26.500/bungkus' }, ref), image };
    const still = await driver.save(await chief(), again);
    expect(still).toMatchObject({ postId: ref.postId, imageUrl: null, pictureMissing: 'refused' });
    expect((await theOne(site(), post.link)).html).toContain('Rp26.500');
    // Once the picture can be taken, the next change brings it.
    const next = changed(post, target, { price: 'Rp27.500/bungkus' }, still);
    const after = await driver.save(await chief(), next);
    expect(after).toMatchObject({ postId: ref.postId, imageUrl: expect.any(String) });
    expect(after).not.toHaveProperty('pictureMissing');
    expect((await theOne(site(), post.link)).html).not.toContain('{{image}}');
  });
}
