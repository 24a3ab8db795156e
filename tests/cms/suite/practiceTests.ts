import { describe, expect, test } from 'vitest';
import { idIn } from '#utils/cms/link.ts';
import { changed, newPost, standing, theOne, visit } from './fixtures.ts';
import type { Site, Target } from './target.ts';

/** What is made for practice is nobody's news: it stays a draft, also when it changes, and comes down like any post. */
export function practice(target: Target, site: () => Site): void {
  const { driver } = target;
  const chief = () => site().signIn(target.chief);

  describe.skipIf(target.keepsDrafts === false)('an article for practice', () => {
    test('is a draft that no visitor sees, stays one when its words change, and comes down', async () => {
      const first = { ...newPost(target, { name: '[LATIHAN] Gula semut' }), asDraft: true };
      const known = await driver.save(await chief(), first);
      expect(known.state).toBe('draft');
      expect(await theOne(site(), first.link)).toMatchObject({ id: known.postId, state: 'draft' });
      expect((await visit(known.url)).document.documentElement.innerHTML).not.toContain(idIn(first.link));
      const next = { ...changed(first, target, { name: '[LATIHAN] Gula semut', price: 'Rp1' }, known), asDraft: true };
      const again = await driver.save(await chief(), next);
      expect(again).toMatchObject({ postId: known.postId, state: 'draft' });
      expect((await theOne(site(), first.link)).state).toBe('draft');
      await driver.unpublish(await chief(), { link: first.link, known: again });
      expect((await standing(site(), first.link)).filter(({ state }) => state === 'published')).toEqual([]);
    });
  });
}
