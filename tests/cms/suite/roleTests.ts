import { expect, test } from 'vitest';
import { changed, newPost, standing, theOne } from './fixtures.ts';
import type { Site, Target } from './target.ts';

export function roles(target: Target, site: () => Site): void {
  const { driver } = target;

  for (const [role, end] of Object.entries(target.roles)) {
    test(`${role}: a save ends as ${end.saves}${end.uploads ? '' : ', without a picture'}, and can be changed`, async () => {
      const post = newPost(target);
      const known = await driver.save(await site().signIn(role), post);
      expect(known.state).toBe(end.saves);
      expect(known.imageUrl !== null).toBe(end.uploads);
      // What is held back or missing because of the role is told as that, and not as the site's doing.
      expect(known.pictureMissing).toBe(end.uploads ? undefined : 'role');
      expect(known.kept).toBeUndefined();
      const next = changed(post, target, { price: 'Rp27.500/bungkus' }, known);
      const after = await driver.save(await site().signIn(role), next);
      expect(after).toMatchObject({ postId: known.postId, state: end.saves });
      const seen = await theOne(site(), post.link);
      expect(seen.state).toBe(end.saves);
      expect(seen.html).toContain('Rp27.500');
      expect(seen.html).not.toContain('{{image}}');
    });

    test(`${role}: ${end.retires ? 'takes down' : 'is told that it may not take down'} what it wrote`, async () => {
      const post = newPost(target);
      const known = await driver.save(await site().signIn(role), post);
      const retired = driver.unpublish(await site().signIn(role), { link: post.link, known });
      if (end.retires) {
        expect(await retired).toMatchObject({ state: 'gone' });
        const left = (await standing(site(), post.link)).filter(({ state }) => state !== 'draft');
        expect(left).toEqual([]);
      } else await expect(retired).rejects.toMatchObject({ code: 'no_permission' });
    });

    if (role === target.chief) continue;
    test(`${role}: what the chief wrote is changed or refused, never written a second time`, async () => {
      const post = newPost(target);
      const known = await driver.save(await site().signIn(target.chief), post);
      for (const memory of [known, null]) {
        const next = changed(post, target, { price: 'Rp27.500/bungkus' }, memory);
        const end = await driver.save(await site().signIn(role), next).catch((error: unknown) => error);
        if (!(end instanceof Error)) expect(end).toMatchObject({ postId: known.postId });
        else expect(end).toMatchObject({ code: 'no_permission' });
        await theOne(site(), post.link);
      }
    });
  }
}
