import { expect, test } from 'vitest';
import { MEDIA_MAX } from '#utils/cms/media.ts';
import { newPost } from './fixtures.ts';
import type { Site, Target } from './target.ts';

/** The site's own pictures, to choose from; only of a driver that can list them. */
export function media(target: Target, site: () => Site): void {
  const { driver } = target;
  const can = driver.media !== undefined && target.hasLibrary !== false;
  const list = async (role = target.chief) => (await driver.media?.(await site().signIn(role))) ?? [];

  test.runIf(can)('pictures of the site are listed, at its own addresses, and can be read there', async () => {
    const context = await site().signIn(target.chief);
    const names: string[] = [];
    for (const name of ['Gula', 'Emping', 'Madu']) {
      const post = newPost(target, { name });
      await driver.save(context, post);
      names.push(post.image?.fileName.replace(/\.\w+$/, '') ?? '');
    }
    const found = await list();
    expect(found.length).toBeLessThanOrEqual(MEDIA_MAX);
    for (const { url, thumbUrl } of found)
      expect([new URL(url).origin, new URL(thumbUrl).origin]).toEqual(Array(2).fill(new URL(site().url).origin));
    const at = names.map((name) => found.findIndex(({ url }) => url.includes(name)));
    // Only where the site tells when each came.
    if (target.tellsDates) expect(at).toEqual([2, 1, 0]);
    else expect(found.filter(({ url }) => url.includes('/gula-')).length).toBeGreaterThan(0);
    const [first] = found;
    const read = await context.fetch(first?.url ?? '');
    expect(read.headers.get('content-type')).toMatch(/^image\//);
  });

  test.runIf(can)(
    'everybody who may put pictures in may choose among them, but for those who may not look, who are told so',
    async () => {
      const context = await site().signIn(target.chief);
      await driver.save(context, newPost(target));
      for (const [role, { uploads, seesPictures = true }] of Object.entries(target.roles))
        if (!seesPictures) await expect(list(role)).rejects.toMatchObject({ code: 'no_permission' });
        else if (uploads) expect((await list(role)).length).toBeGreaterThan(0);
    },
  );

  test.runIf(driver.media && !can)('a site without such a list says that it has none', async () => {
    expect(await driver.media?.(await site().signIn(target.chief))).toBeNull();
  });

  test.runIf(can)('whoever is signed out is told so', async () => {
    const context = await site().signIn(target.chief);
    await site().endSessions();
    await expect(driver.media?.(context)).rejects.toMatchObject({ code: 'signed_out' });
  });
}
