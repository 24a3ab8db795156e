import { expect, test } from 'vitest';
import type { PostHealth, PostRef } from '#utils/cms/types.ts';
import { newPost } from './fixtures.ts';
import type { Site, Target } from './target.ts';

/** The daily check: what became of our posts, without changing any. */
export function checks(target: Target, site: () => Site): void {
  const { driver } = target;
  const chief = () => site().signIn(target.chief);

  const written = async (role = target.chief) => {
    const post = newPost(target);
    return { link: post.link, known: await driver.save(await site().signIn(role), post) };
  };
  const look = async (posts: { link: string; known: PostRef }[], role = target.chief) => {
    const checked = (await driver.check?.(await site().signIn(role), posts)) ?? [];
    return new Map<string, PostHealth>(checked.map(({ link, health }) => [link, health]));
  };

  test('the look tells untouched, edited, emptied, hidden and erased posts apart, and touches none', async () => {
    const [fine, edited, emptied, hidden, erased] = [
      await written(),
      await written(),
      await written(),
      await written(),
      await written(),
    ];
    const posts = [fine, edited, emptied, hidden, erased];
    const html = (await site().posts()).find(({ id }) => id === edited.known.postId)?.html ?? '';
    await site().edit(edited.known.postId, `${html}<p>Ditambah Pak Carik.</p>`);
    await site().edit(emptied.known.postId, '<p>Sudah tidak dijual, hubungi balai desa untuk keterangan.</p>');
    await driver.unpublish(await chief(), { link: hidden.link, known: hidden.known });
    await site().erase(erased.known.postId);
    const before = await site().posts();
    const found = await look(posts);
    expect(found.get(fine.link)).toBe('ok');
    expect(found.get(edited.link)).toBe('edited');
    expect(found.get(emptied.link)).toBe('edited');
    expect(['deleted', 'unpublished']).toContain(found.get(hidden.link));
    expect(found.get(erased.link)).toBe('deleted');
    expect(await site().posts()).toEqual(before);
  });

  test('every role may look, and none is told that what it may not see is gone', async () => {
    const theirs = await written();
    for (const role of Object.keys(target.roles)) {
      const own = await written(role);
      const found = await look([own, theirs], role);
      expect(found.get(own.link), role).toBe('ok');
      expect(found.get(theirs.link) ?? 'ok', role).toBe('ok');
    }
  });
}
