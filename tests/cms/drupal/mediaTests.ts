import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { jpeg } from '#tests/cms/pictures.ts';
import { fingerprintOf } from '#utils/cms/fingerprint.ts';
import type { DriverContext, LinkBackPost, PostRef } from '#utils/cms/types.ts';
import { driver, postOf } from './double.ts';
import { type Backstage, contextOn, signedIn } from './site.ts';

const NO_PICTURE = new Blob(['<?php this is no picture'], { type: 'image/jpeg' });
/** A real Drupal makes and deletes a field in many seconds. */
const SLOW = 60_000;

interface Seen {
  all: string[];
  inPost: string[];
}

/** The part of the file name by which a picture of ours is known again. */
async function printOf({ image }: LinkBackPost): Promise<string> {
  const bytes = (await image?.blob.arrayBuffer()) ?? new ArrayBuffer(0);
  return fingerprintOf(Buffer.from(bytes).toString('latin1'));
}

/** Another picture for the same listing. */
const withPicture = (post: LinkBackPost, seed: string): LinkBackPost => ({
  ...post,
  image: post.image && { ...post.image, blob: jpeg(seed) },
});

/** What a site with a Media field in the place of the picture's has to do, be it a double or a real one. */
export function mediaTests(name: string, start: () => Promise<Backstage>): void {
  describe(name, () => {
    let site: Backstage;
    let editor: DriverContext;
    const tabOf = async (role: string) => contextOn(await signedIn(site.url, role), `${site.url}/user`);
    const seen = async (id?: string) => (await site.witness('media', { id })) as Seen;
    const lay = (holds: number) => site.witness('mediaField', { on: true, holds });
    beforeAll(async () => {
      site = await start();
    }, SLOW);
    beforeEach(async () => {
      await lay(1);
      editor = await tabOf('editor');
    }, SLOW);
    afterAll(async () => {
      await site.witness('mediaField', {});
      await site.stop();
    }, SLOW);

    async function expectOne(ref: PostRef, post: LinkBackPost): Promise<void> {
      const print = await printOf(post);
      const { all, inPost } = await seen(ref.postId);
      expect(inPost).toEqual([expect.stringContaining(print)]);
      expect(all.filter((one) => one.includes(print))).toHaveLength(1);
      expect(ref).toMatchObject({ imageUrl: expect.stringContaining(print) });
      expect(ref).not.toHaveProperty('pictureMissing');
      expect((await fetch(ref.imageUrl ?? '')).status).toBe(200);
    }

    test('the picture becomes an item of the library, once, and stands in the field alone', async () => {
      const post = postOf();
      const ref = await driver.save(editor, { ...post, isFirst: true });
      await expectOne(ref, post);
      const posts = (await site.witness('posts')) as { id: string; html: string }[];
      expect(posts.find(({ id }) => id === ref.postId)?.html).not.toContain(await printOf(post));
      await expectOne(await driver.save(editor, { ...post, title: 'Gula Kristal', known: ref }), post);
      await expectOne(await driver.save(editor, { ...post, title: 'Gula Kristal' }), post);
    });

    test('the item is there to choose from, with a smaller copy of it', async () => {
      const post = postOf();
      await driver.save(editor, post);
      const admin = await tabOf('admin');
      const [found] = (await driver.media?.(admin)) ?? [];
      expect(found).toMatchObject({ name: expect.stringContaining(await printOf(post)) });
      expect(found?.thumbUrl).toContain('/styles/');
      for (const at of [found?.url, found?.thumbUrl])
        expect((await admin.fetch(at ?? '')).headers.get('content-type')).toMatch(/^image\//);
      const [asEditor] = (await driver.media?.(editor)) ?? [];
      expect(asEditor?.url).toBe(found?.url);
    });

    test('after a death at any request there is one item and one post', async () => {
      for (let last = 1; ; last += 1) {
        let count = 0;
        const dying: DriverContext = {
          ...editor,
          async fetch(input, init) {
            count += 1;
            if (count > last) throw new TypeError('dead');
            const answer = await editor.fetch(input, init);
            // The last request is done; its answer does not arrive.
            if (count === last) throw new TypeError('dead');
            return answer;
          },
        };
        const post = postOf();
        const died = await driver.save(dying, { ...post, isFirst: true }).then(
          () => false,
          () => true,
        );
        const ref = await driver.save(editor, { ...post, mayStand: [] });
        await expectOne(ref, post);
        const posts = (await site.witness('posts')) as { html: string }[];
        expect(posts.filter(({ html }) => html.includes(post.link))).toHaveLength(1);
        if (!died) return;
      }
    });

    test.each([1, 3])(
      'another picture of the listing takes the place of ours in a field for %d; no item is deleted',
      async (holds) => {
        await lay(holds);
        const post = postOf();
        const ref = await driver.save(editor, post);
        const other = withPicture(post, `other ${post.listingId}`);
        await expectOne(await driver.save(editor, { ...other, known: ref }), other);
        expect((await seen()).all).toHaveLength(2);
      },
    );

    test("a person's picture in the field stays, and nothing of theirs is deleted when the post is taken down", async () => {
      const post = postOf();
      const ref = await driver.save(editor, post);
      await site.witness('putMedia', { id: ref.postId, name: 'balai-desa.png' });
      const next = await driver.save(editor, { ...post, title: 'Gula Kristal', known: ref, overwriteEdits: true });
      expect((await seen(ref.postId)).inPost).toEqual(['balai-desa.png']);
      expect(next).not.toHaveProperty('pictureMissing');
      await driver.unpublish(editor, { link: post.link, known: next });
      expect((await seen()).all).toHaveLength(2);
    });

    test('what the library refuses as no picture leaves no item; the text takes it, because there the name alone is judged', async () => {
      const post = postOf();
      const bad = { ...post, image: post.image && { ...post.image, blob: NO_PICTURE } };
      const ref = await driver.save(editor, bad);
      expect(ref).toMatchObject({ state: 'published', pictureMissing: 'media' });
      expect(await seen(ref.postId)).toEqual({ all: [], inPost: [] });
    });

    test('a type that demands the field is taken for a post with a picture, and only then', async () => {
      await site.witness('mediaField', { on: true, demanded: true });
      const tab = await tabOf('editor');
      const post = postOf();
      await expectOne(await driver.save(tab, post), post);
      const bare = await driver.save(tab, { ...postOf(), image: null });
      expect(bare.state).toBe('published');
      expect((await seen(bare.postId)).inPost).toEqual([]);
    });

    test('who may add no media gets the picture into the text, and is told', async () => {
      const post = postOf();
      const author = await tabOf('author');
      const ref = await driver.save(author, post);
      expect(ref).toMatchObject({ pictureMissing: 'media', imageUrl: expect.stringContaining(await printOf(post)) });
      expect(await seen(ref.postId)).toEqual({ all: [], inPost: [] });
      const next = await driver.save(author, { ...post, title: 'Gula Kristal', known: ref });
      expect(next).toMatchObject({ pictureMissing: 'media', imageUrl: ref.imageUrl });
    });
  });
}
