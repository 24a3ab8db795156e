import { expect, test } from 'vitest';
import { personOn, personSaves, strangerReads } from './person.ts';
import { added, started } from './started.ts';

const ARTICLE = { title: 'Keripik', bodyHtml: 'Gurih' };
const REFUSED = { ...ARTICLE, title: '' };

test('redirectList ends on the list; a refusal on the form with 200', async () => {
  const site = await started({});
  const saved = await personSaves(site, ARTICLE);
  expect([saved.status, new URL(saved.url).pathname]).toEqual([200, site.admin.list]);
  const refused = await personSaves(site, REFUSED);
  expect(refused.status).toBe(200);
  expect(await refused.text()).toContain('<h1>Tambah Berita</h1>');
});

test('sameFormAlert: both end on the form, with 200 and words in the same box', async () => {
  const site = await started({ success: 'sameFormAlert' });
  const box = async (answer: Response) => {
    const text = await answer.text();
    return [
      answer.status,
      answer.url,
      text.includes('<h1>Tambah Berita</h1>'),
      /class="alert" role="status">([^<]*)/.exec(text)?.[1],
    ];
  };
  const at = site.url + site.admin.save;
  expect(await box(await personSaves(site, ARTICLE))).toEqual([200, at, true, 'Berhasil disimpan']);
  expect(await box(await personSaves(site, REFUSED))).toEqual([200, at, true, 'Kolom judul wajib diisi']);
  expect(added(site)).toHaveLength(1);
});

test('backToReferer: both lead to the page that the request names', async () => {
  const site = await started({ success: 'backToReferer' });
  const person = await personOn(site);
  for (const article of [ARTICLE, REFUSED]) expect((await person.save(article)).url).toBe(site.url + site.admin.form);
  const form = await person.open();
  await person.fill(form, ARTICLE);
  const body = new URLSearchParams([...form.values] as [string, string][]);
  const headers = { referer: site.url + site.admin.list };
  const answer = await person.browser.fetch(site.url + site.admin.save, { method: 'POST', headers, body });
  expect(answer.url).toBe(site.url + site.admin.list);
  expect(added(site)).toHaveLength(2);
});

test.each(['json', 'jsonMultipart', 'whole', 'storageToken'] as const)('json200, %s: 200 for both', async (flavour) => {
  const site = await started({ flavour, success: 'json200' });
  const [saved, refused] = [await personSaves(site, ARTICLE), await personSaves(site, REFUSED)];
  expect([saved.status, refused.status]).toEqual([200, 200]);
  expect([(await saved.json()).success, (await refused.json()).success]).toEqual([true, false]);
  expect(added(site)).toHaveLength(1);
});

test('form403: whoever is signed out is led to the sign-in page', async () => {
  const site = await started({});
  for (const path of [site.admin.list, site.admin.form])
    expect((await fetch(site.url + path)).url).toBe(site.url + site.admin.login);
});

test.each(['ci3', 'plainphp', 'modal', 'json'] as const)(
  'formPublic, %s: everybody is shown the form, and what a stranger sends is lost',
  async (flavour) => {
    const site = await started({ flavour, session: 'formPublic' });
    const person = await personOn(site);
    const cookie = 'desa_session=none';
    const page = await fetch(site.url + site.admin.form, { headers: { cookie } });
    expect(page.url).toBe(site.url + site.admin.form);
    expect(await page.text()).toContain('Simpan');
    const form = await person.open();
    await person.fill(form, ARTICLE);
    await person.browser.fetch(`${site.url}/keluar`);
    expect((await form.send()).url).toBe(site.url + site.admin.login);
    expect(site.articles()).toHaveLength(3);
  },
);

test('formPublic, modal: a stranger sees the empty form, and no row', async () => {
  const site = await started({ flavour: 'modal', session: 'formPublic' });
  const { text } = await strangerReads(site, site.admin.list);
  expect(text).toContain('id="tambah"');
  expect(text).not.toContain('posyandu');
});

test('noSignIn: everybody writes', async () => {
  const site = await started({ session: 'noSignIn', flavour: 'plainphp' });
  const body = new URLSearchParams({ txtJudul: 'Keripik', txtIsi: 'Gurih' });
  await fetch(site.url + site.admin.save, { method: 'POST', body });
  expect(added(site)).toHaveLength(1);
});

test('ownPage, otherNames, sameAddress: what a change is sent to', async () => {
  const actionOf = async (change: 'ownPage' | 'otherNames' | 'sameAddress') => {
    const site = await started({ flavour: 'ci3', change });
    site.write({ title: 'Kerupuk', body: 'Renyah' });
    const person = await personOn(site);
    const form = await person.open(4);
    await person.change(4, { ...ARTICLE, bodyHtml: 'Baru' });
    expect(added(site)).toMatchObject([{ title: 'Keripik', body: 'Baru' }]);
    expect(site.foreignUntouched()).toBe(true);
    return [site.admin.update, form.names.title, form.values.get('id_berita')];
  };
  expect(await actionOf('ownPage')).toEqual(['/admin/berita/update/{id}', 'judul_berita', undefined]);
  expect(await actionOf('otherNames')).toEqual(['/admin/berita/proses_edit', 'edit_judul_berita', '4']);
  expect(await actionOf('sameAddress')).toEqual(['/admin/berita/simpan', 'judul_berita', '4']);
});

test('statusField: an article is taken down by a change, and strangers no longer find it', async () => {
  const site = await started({ status: 'draftDefault', takeDown: 'statusField' });
  const person = await personOn(site);
  await person.save(ARTICLE);
  expect((await strangerReads(site, '/berita/keripik')).status).toBe(200);
  await person.change(4, { ...ARTICLE, isPublic: false });
  expect((await strangerReads(site, '/berita/keripik')).status).toBe(404);
  expect(added(site)).toHaveLength(1);
});

test.each([
  ['deleteGet', '/admin/berita/4/hapus', 0],
  ['deleteDead', '#', 1],
  ['none', undefined, 1],
] as const)('%s: the row’s link is %s', async (takeDown, href, left) => {
  const site = await started({ takeDown });
  const person = await personOn(site);
  await person.save(ARTICLE);
  const { document } = await person.browser.open(site.url + site.admin.list);
  const link = document.querySelector('tr .hapus')?.getAttribute('href') ?? undefined;
  expect(link).toBe(href);
  if (link !== undefined) await person.browser.fetch(new URL(link, site.url + site.admin.list));
  expect(added(site)).toHaveLength(left);
  // The address does nothing where the site has no such link, and nothing for strangers.
  await fetch(`${site.url}/admin/berita/1/hapus`);
  expect(site.foreignUntouched()).toBe(true);
});

test.each(['blade', 'ci3', 'plainphp', 'json'] as const)(
  'deletePost, %s: a form in the row deletes',
  async (flavour) => {
    const site = await started({ flavour, takeDown: 'deletePost' });
    const person = await personOn(site);
    await person.save(ARTICLE);
    const { document, location } = await person.browser.open(site.url + site.admin.list);
    const form = document.querySelector<HTMLFormElement>('tr form');
    const address = new URL(form?.getAttribute('action') ?? '', location);
    const hidden = [...(form?.querySelectorAll('input') ?? [])].map(({ name, value }) => [name, value]);
    // Asking for its address deletes nothing, nor does a stranger.
    await person.browser.fetch(address);
    await fetch(address, { method: 'POST' });
    expect(added(site)).toHaveLength(1);
    await person.browser.fetch(address, { method: 'POST', body: new URLSearchParams(hidden) });
    expect(added(site)).toEqual([]);
    expect(site.foreignUntouched()).toBe(true);
  },
);
