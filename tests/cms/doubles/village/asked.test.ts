import { expect, test } from 'vitest';
import { jpeg } from '#tests/cms/pictures.ts';
import type { VillageOptions } from './axes.ts';
import { personOn, personSaves, strangerReads } from './person.ts';
import { added, started } from './started.ts';

const ARTICLE = { title: 'Keripik', bodyHtml: 'Gurih' };
const WEBP = new File(['RIFF....WEBPVP8 '], 'foto.webp', { type: 'image/webp' });
const PNG = new File([Buffer.from('\u0089PNG\r\n', 'latin1')], 'foto.png', { type: 'image/png' });
const BIG = new File([jpeg('besar'), new Uint8Array(1_000_000)], 'besar.jpg', { type: 'image/jpeg' });

/** How many articles a person gets saved with this picture, and how many of them have one. */
async function saves(traits: Partial<VillageOptions>, picture: File | null): Promise<[number, number]> {
  const site = await started(traits);
  await personSaves(site, { ...ARTICLE, picture });
  return [added(site).length, added(site).filter((article) => article.picture !== null).length];
}

test('optionalFile takes every picture, and none', async () => {
  for (const picture of [WEBP, PNG, BIG]) expect(await saves({ picture: 'optionalFile' }, picture)).toEqual([1, 1]);
  expect(await saves({ picture: 'optionalFile' }, null)).toEqual([1, 0]);
  expect(await saves({ picture: 'optionalFile' }, new File(['<?php'], 'x.jpg'))).toEqual([0, 0]);
});

test('requiredFile takes a JPEG of at most 1 MB; else the form stands there again, with 200 and what was typed', async () => {
  for (const picture of [WEBP, PNG, BIG, null])
    expect(await saves({ picture: 'requiredFile' }, picture)).toEqual([0, 0]);
  const site = await started({ picture: 'requiredFile' });
  const answer = await personSaves(site, { ...ARTICLE, picture: WEBP });
  expect(answer.status).toBe(200);
  expect(await answer.text()).toMatch(/Gambar harus berupa JPG[\s\S]*value="Keripik"/);
  await personSaves(site, ARTICLE);
  expect(added(site)).toHaveLength(1);
  // A change needs no new one.
  await (await personOn(site)).change(4, { ...ARTICLE, title: 'Kerupuk' });
  expect(added(site)[0]).toMatchObject({ title: 'Kerupuk', picture: expect.stringContaining('.jpg') });
});

test('keptSilently drops what it refuses and says "Berhasil"', async () => {
  expect(await saves({ picture: 'keptSilently' }, WEBP)).toEqual([1, 0]);
  expect(await saves({ picture: 'keptSilently' }, BIG)).toEqual([1, 0]);
  expect(await saves({ picture: 'keptSilently' }, PNG)).toEqual([1, 1]);
  const site = await started({ picture: 'keptSilently', success: 'sameFormAlert' });
  expect(await (await personSaves(site, { ...ARTICLE, picture: WEBP })).text()).toContain('Berhasil disimpan');
});

test('arrayInput: the field is called foto[]', async () => {
  const site = await started({ picture: 'arrayInput' });
  const form = await (await personOn(site)).open();
  expect(form.names.picture).toBe('foto[]');
  expect(form.fields).toContain('foto[]');
});

test.each(['blade', 'plainphp', 'modal', 'json', 'driven', 'storageToken'] as const)(
  'uploadFirst, %s: the picture is sent before the article, which carries only its id or address',
  async (flavour) => {
    const site = await started({ flavour, picture: 'uploadFirst' });
    await personSaves(site, ARTICLE);
    const posts = site.requests.filter(({ method, path }) => method === 'POST' && path !== site.admin.login);
    expect(posts.map(({ path }) => path)).toEqual([site.admin.upload, site.admin.save]);
    const { text } = await strangerReads(site, site.publicPaths.article(added(site)[0] ?? { id: 0, title: '' }));
    expect(text).toMatch(/<img src="\/uploads\/sementara-/);
    expect(site.pictures()).toBe(1);
  },
);

test('plain PHP keeps the client’s file name and writes over another’s picture of that name', async () => {
  const site = await started({ flavour: 'plainphp', picture: 'optionalFile' });
  const picture = new File([jpeg('lain')], 'kerja-bakti-hari-minggu.jpg');
  await personSaves(site, { ...ARTICLE, picture });
  expect(site.foreignUntouched()).toBe(false);
});

test('requiredSelect: without a choice nothing is saved', async () => {
  const site = await started({ category: 'requiredSelect' });
  await personSaves(site, { ...ARTICLE, more: { kategori_id: '' } });
  await personSaves(site, { ...ARTICLE, more: { kategori_id: '99' } });
  expect(added(site)).toEqual([]);
  await personSaves(site, ARTICLE);
  expect(added(site)[0]?.category).toBe('Produk Desa');
});

test('selectWithOther: "Lainnya" wants a name of its own', async () => {
  const site = await started({ category: 'selectWithOther' });
  await personSaves(site, { ...ARTICLE, more: { kategori_id: 'lainnya' } });
  expect(added(site)).toEqual([]);
  await personSaves(site, { ...ARTICLE, more: { kategori_id: 'lainnya', kategori_lain: 'UMKM' } });
  expect(added(site)[0]?.category).toBe('UMKM');
});

test.each(['blade', 'ci3'] as const)(
  'draftDefault, %s: what nobody publishes is no public article',
  async (flavour) => {
    const site = await started({ flavour, status: 'draftDefault' });
    const person = await personOn(site);
    const form = await person.open();
    form.values.set(form.names.title, 'Keripik').set(form.names.body, 'Gurih');
    await form.send();
    expect(added(site)[0]?.isPublished).toBe(false);
    expect((await strangerReads(site, '/berita')).text).not.toContain('Keripik');
  },
);

test('sideSwitches are off in the empty form; one that is on writes to all subscribers', async () => {
  const site = await started({ status: 'sideSwitches' });
  await personSaves(site, ARTICLE);
  expect([added(site)[0]?.switches, site.mails()]).toEqual([[], 0]);
  await personSaves(site, { ...ARTICLE, more: { kirim_pelanggan: '1' } });
  expect([added(site)[1]?.switches, site.mails()]).toEqual([['kirim_pelanggan'], 1]);
});

test.each([
  ['iso', '2026-11-28', 200],
  ['dmy', '28-11-2026', 500],
  ['dmyText', '28 November 2026', 200],
] as const)('date %s: %s is one; left empty it saves nothing and answers %i', async (date, written, status) => {
  const site = await started({ date });
  const answer = await personSaves(site, { ...ARTICLE, more: { tanggal: '' } });
  expect([answer.status, added(site).length]).toEqual([status, 0]);
  await personSaves(site, { ...ARTICLE, more: { tanggal: written } });
  expect(added(site)[0]?.date).toBe('2026-11-28');
  expect((await strangerReads(site, '/berita')).text).toContain(written);
});
