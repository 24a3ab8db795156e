// @vitest-environment jsdom
import { afterEach, describe, expect, test } from 'vitest';
import { UPLOADS, type VillageOptions } from '#tests/cms/doubles/village/axes.ts';
import type { FaultKind } from '#tests/cms/doubles/village/faults.ts';
import { startVillageSite, type VillageSite } from '#tests/cms/doubles/village.ts';
import { jpeg } from '#tests/cms/pictures.ts';
import { inTurn } from '#tests/support/variants.ts';
import { learnedDriver } from '#utils/cms/learned/driver.ts';
import { CmsError, type LinkBackPost } from '#utils/cms/types.ts';
import { product, recipeOf, revised, TOOLS, teach, visitor } from './teach.ts';
import { teachChange, withChange } from './teachChange.ts';

let site: VillageSite;
afterEach(() => site.stop());

async function learned(traits: Partial<VillageOptions>) {
  site = await startVillageSite({ editor: 'textarea', ...traits });
  const context = await visitor(site);
  const recipe = recipeOf(await teach(site, context));
  return { context, recipe, driver: learnedDriver(recipe, TOOLS) };
}

const holding = ({ link }: LinkBackPost) => site.articles().filter(({ body }) => body.includes(link));
const uploads = () => site.requests.filter(({ method, path }) => method === 'POST' && /unggah/.test(path)).length;

const FLAVOURS = ['blade', 'ci3', 'json', 'jsonMultipart'] as const;
const KINDS: FaultKind[] = ['413', 'said200', 'noName', '500', '419', 'drop_request', 'drop_answer'];
/** In every run half of them: each way of uploading with two flavours, and each flavour with the half of the ways. */
const CASES = UPLOADS.flatMap((picture, turn) => inTurn(FLAVOURS, turn, 2).map((flavour) => ({ picture, flavour })));

describe.each(CASES)('$picture, $flavour', ({ picture, flavour }) => {
  test('what is kept names fields and addresses, and nothing that the answer said', async () => {
    const { recipe } = await learned({ picture, flavour });
    const { upload } = recipe.create;
    expect(upload?.action).toBe(site.admin.upload);
    expect(JSON.stringify(recipe)).not.toMatch(/sementara|tmp6a1f9|produk-product/);
  });

  test.each(KINDS)('%s at the upload: no picture that is none, and one article at the most', async (kind) => {
    const { context, driver } = await learned({ picture, flavour });
    const post = product();
    site.failNext(kind, 'upload');
    const end = await driver.save(context, post).catch((error: unknown) => error);
    if (picture === 'filepond') {
      // Its form takes no article without a picture: nothing is sent.
      expect(end).toBeInstanceOf(CmsError);
      expect(end).toMatchObject({ mayHaveWritten: false });
      expect(holding(post)).toEqual([]);
    } else {
      expect(end).toMatchObject({ state: 'published', pictureMissing: 'refused' });
      expect(holding(post)).toMatchObject([{ picture: null }]);
    }
    expect(uploads()).toBe(2);
    if (picture !== 'filepond') return;
    await driver.save(context, post);
    expect(holding(post)).toHaveLength(1);
    expect(holding(post)[0]?.picture).toContain('sementara');
  });

  test('signed out at the upload: that is said, and nothing is written', async () => {
    const { context, driver } = await learned({ picture, flavour });
    const post = product();
    site.failNext('logout', 'upload');
    await expect(driver.save(context, post)).rejects.toMatchObject({ code: 'signed_out', mayHaveWritten: false });
    expect(holding(post)).toEqual([]);
  });

  test.each(['drop_request', 'drop_answer'] as const)(
    '%s at the save: a file more, never an article more',
    async (kind) => {
      const { context, driver } = await learned({ picture, flavour });
      const post = product();
      const had = site.pictures();
      site.failNext(kind, 'save');
      const end = await driver.save(context, post).catch((error: unknown) => error);
      expect(site.pictures()).toBe(had + 1);
      expect(holding(post)).toHaveLength(kind === 'drop_answer' ? 1 : 0);
      if (kind === 'drop_answer') return;
      const mayStand = end instanceof CmsError ? [...end.traces] : [];
      const next = { ...post, isFirst: false, mayStand };
      await expect(driver.save(context, next)).rejects.toMatchObject({ code: 'look_first' });
      await driver.save(context, { ...next, overwriteEdits: true });
      expect(holding(post)).toHaveLength(1);
    },
  );

  test('another picture: the article shows it where its form takes one, else that is told', async () => {
    const { context, recipe, driver: first } = await learned({ picture, flavour, change: 'ownPage' });
    const shown = product('Gula aren');
    const ref = await first.save(context, shown);
    const end = await teachChange(site, context, { post: revised(shown, 'Baru.'), ref, deed: 'change' });
    const driver = learnedDriver(withChange(recipe, end), TOOLS);
    const post = product();
    const known = await first.save(context, post);
    const was = holding(post)[0]?.picture;
    const image = { blob: jpeg('lain'), fileName: 'produk-lain.jpg', alt: 'Lain' };
    const words = { ...revised(post, 'Baru.'), image, known, isFirst: false };
    const changed = await driver.save(context, words);
    const [now, ...more] = holding(post);
    expect(more).toEqual([]);
    // Dropzone's field is drawn by its script alone, so that the form as it is read does not say that it takes one.
    const isTaken = picture !== 'dropzone';
    expect(now?.picture !== was).toBe(isTaken);
    expect(changed.pictureMissing).toBe(isTaken ? undefined : 'refused');
    expect(changed.wrote?.image).toBe(isTaken ? 'produk-lain.jpg' : post.image?.fileName);
    expect(now?.body).not.toContain('<img src="https://pasar.example/photos');
  });
});

test('demanded, and what comes back is no name: the person is told that the site refused the picture', async () => {
  const { context, driver } = await learned({ picture: 'filepond', flavour: 'blade' });
  site.failNext('noName', 'upload');
  const refused = { code: 'image_refused', what: 'picture', mayHaveWritten: false };
  // Each try may leave a file on the site, so that there is one a day.
  await expect(driver.save(context, product())).rejects.toMatchObject({ ...refused, retryAfterSeconds: 86_400 });
  expect(site.articles()).toHaveLength(4);
});

test('of three fields for pictures one gets the product’s', async () => {
  const { context, recipe, driver } = await learned({ picture: 'extraInputs', flavour: 'plainphp' });
  expect(recipe.create.fields.filter(({ role }) => role === 'picture')).toEqual([{ role: 'picture', name: 'foto1' }]);
  const post = product();
  expect((await driver.save(context, post)).pictureMissing).toBeUndefined();
});

test('a line that the file manager fills is a line for an address: the marketplace’s picture goes there', async () => {
  const { context, recipe, driver } = await learned({ picture: 'fileManager', flavour: 'blade' });
  expect(recipe.create.fields).toContainEqual({ role: 'pictureUrl', name: 'gambar_url' });
  const post = product();
  expect((await driver.save(context, post)).pictureMissing).toBeUndefined();
  expect(holding(post)[0]?.picture).toBe(post.pictureUrl);
});
