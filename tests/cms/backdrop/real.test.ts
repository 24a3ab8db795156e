// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { contextOn, drupalTarget, signedIn } from '#tests/cms/drupal/site.ts';
import { newPost } from '#tests/cms/suite/fixtures.ts';

/**
 * The library of pictures on a real, throw-away Backdrop: DODOLAN_REAL_BACKDROP=<its address>. It needs the users admin,
 * editor (of that role) and author (who may write posts and no more), whose passwords are their names.
 */
const url = process.env.DODOLAN_REAL_BACKDROP;

if (url !== undefined) {
  const target = drupalTarget('backdrop', 'a real Backdrop', {}, () => Promise.reject(new Error('not started here')));
  const { driver } = target;

  describe('a real Backdrop', { timeout: 120_000 }, () => {
    test.each(['admin', 'editor', 'author'])('%s chooses among the site’s pictures, the newest first', async (role) => {
      const writer = await contextOn(await signedIn(url, 'admin'), `${url}/user`);
      const post = newPost(target, { name: `Gula ${role}` });
      await driver.save(writer, post);
      const context = await contextOn(await signedIn(url, role), `${url}/user`);
      const found = (await driver.media?.(context)) ?? [];
      expect(found[0]?.name).toContain(post.image?.fileName.replace(/\.\w+$/, ''));
      for (const { url: whole, thumbUrl } of found.slice(0, 3))
        for (const at of [whole, thumbUrl])
          expect((await context.fetch(at)).headers.get('content-type')).toMatch(/^image\//);
    });

    test('whoever is signed out is told so, though the library is open to strangers', async () => {
      const context = await contextOn(await signedIn(url, 'editor'), `${url}/user`);
      const stranger = { ...context, fetch: (input: RequestInfo | URL) => fetch(input, { credentials: 'omit' }) };
      await expect(driver.media?.(stranger)).rejects.toMatchObject({ code: 'signed_out' });
    });
  });
}
