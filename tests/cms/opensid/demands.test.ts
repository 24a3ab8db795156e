// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type OpensidDouble, startOpensid } from '#tests/cms/doubles/opensid.ts';
import { opensidDriver } from '#utils/cms/opensid/driver.ts';
import type { DriverContext } from '#utils/cms/types.ts';
import { openTab } from './browser.ts';
import { pictureOf, postOf, repriced } from './post.ts';

const driver = opensidDriver(async (blob) => pictureOf('image/jpeg', blob.size));
let double: OpensidDouble;
let context: DriverContext;

beforeEach(async () => {
  double = await startOpensid();
  context = await (await openTab(double.base, 'admin')).open('web');
});
afterEach(() => double.close());

describe.each([
  ['a field of its form', 'field', { code: 'field_required', what: 'Sumber berita' }],
  ['something in words', 'words', { code: 'refused', what: 'Kolom Dusun wajib diisi.' }],
] as const)('an OpenSID that demands %s', (_, demands, told) => {
  test('of a new article: it is told, and once it demands nothing there is one article', async () => {
    double.state.options.demands = demands;
    const post = postOf();
    await expect(driver.save(context, post)).rejects.toMatchObject(told);
    expect(double.state.articles).toEqual([]);
    double.state.options.demands = null;
    await driver.save(context, { ...post, mayStand: [] });
    expect(double.state.articles).toHaveLength(1);
  });

  test('of an article that stands: it is told, and the article stays as it is', async () => {
    const post = postOf();
    const known = await driver.save(context, post);
    const before = structuredClone(double.state.articles);
    double.state.options.demands = demands;
    await expect(driver.save(context, { ...repriced(post, 'Rp27.500'), known })).rejects.toMatchObject(told);
    expect(double.state.articles).toEqual(before);
  });
});

test('a field of its own that is filled, and a refusal for another reason, name no field', async () => {
  double.state.options.demands = 'filled';
  await expect(driver.save(context, postOf())).rejects.toMatchObject({
    code: 'refused',
    what: 'Artikel gagal disimpan',
  });
});
