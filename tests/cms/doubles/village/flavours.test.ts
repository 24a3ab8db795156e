import { expect, test } from 'vitest';
import { FORM_FLAVOURS } from './axes.ts';
import { personOn, personSaves } from './person.ts';
import { added, started } from './started.ts';

const ARTICLE = { title: 'Keripik', bodyHtml: '<p>Gurih</p>' };

test.each([...FORM_FLAVOURS, 'json', 'jsonMultipart', 'storageToken'] as const)(
  '%s: the same form sent twice makes two articles',
  async (flavour) => {
    const site = await started({ flavour });
    const person = await personOn(site);
    const form = await person.open();
    await person.fill(form, ARTICLE);
    await form.send();
    if (flavour === 'ci3') await person.fill(form, ARTICLE);
    // With a token that is renewed, the person has to open the form again.
    const again = flavour === 'ci3' ? await person.open() : form;
    await person.fill(again, ARTICLE);
    await again.send();
    expect(added(site).map(({ title }) => title)).toEqual(['Keripik', 'Keripik']);
  },
);

test('ci3: a save breaks the form that is open in another tab, and its words are lost', async () => {
  const site = await started({ flavour: 'ci3' });
  const person = await personOn(site);
  const other = await person.open();
  await person.fill(other, { ...ARTICLE, title: 'Ditulis di tab lain' });
  await person.save(ARTICLE);
  expect((await other.send()).status).toBe(403);
  expect(added(site).map(({ title }) => title)).toEqual(['Keripik']);
});

test('ci3: a picture that is sent first renews the token, and the page goes on with the new one', async () => {
  const site = await started({ flavour: 'ci3', picture: 'uploadFirst' });
  await personSaves(site, ARTICLE);
  expect(added(site)).toHaveLength(1);
});

test('blade: another tab goes on working; a token of nobody is refused with 419', async () => {
  const site = await started({ flavour: 'blade' });
  const person = await personOn(site);
  const other = await person.open();
  await person.fill(other, ARTICLE);
  await person.save(ARTICLE);
  await other.send();
  expect(added(site)).toHaveLength(2);
  other.values.set('_token', 'old');
  expect((await other.send()).status).toBe(419);
  expect(added(site)).toHaveLength(2);
});

test('plainphp: says it in a window and leads on by script, with 200 either way', async () => {
  const site = await started({ flavour: 'plainphp' });
  const saved = await personSaves(site, ARTICLE);
  const refused = await personSaves(site, { ...ARTICLE, title: '' });
  expect([saved.status, refused.status]).toEqual([200, 200]);
  expect(await saved.text()).toMatch(/^<script>alert\("Berhasil disimpan"\)/);
  expect(await refused.text()).toMatch(/^<script>alert\("Kolom judul wajib diisi"\)/);
  expect(added(site)).toHaveLength(1);
});

test('modal: the empty form stands twice, and each row has one with the same ids and the same address', async () => {
  const site = await started({ flavour: 'modal' });
  const { browser } = await personOn(site);
  const { document } = await browser.open(site.url + site.admin.list);
  const forms = [...document.querySelectorAll('form')];
  expect(forms).toHaveLength(5);
  expect(new Set(forms.map((form) => form.getAttribute('action'))).size).toBe(1);
  expect(new Set(forms.map((form) => form.id))).toEqual(new Set(['formBerita']));
  const ids = forms.map((form) => form.querySelector('[name="id"]')?.getAttribute('value'));
  expect(ids).toEqual(['', '', '3', '2', '1']);
});

test('modal: the form of a row, sent with its id, changes what another wrote', async () => {
  const site = await started({ flavour: 'modal' });
  const form = await (await personOn(site)).open(2);
  form.values.set(form.names.title, 'Diganti');
  await form.send();
  expect(site.articles().map(({ title }) => title)).toContain('Diganti');
  expect(site.foreignUntouched()).toBe(false);
});

test('json: sent without the token of the page it is refused', async () => {
  const site = await started({ flavour: 'json' });
  const headers = { cookie: site.signIn(), 'content-type': 'application/json' };
  const body = JSON.stringify({ title: 'Keripik', body: 'Gurih' });
  const answer = await fetch(site.url + site.admin.save, { method: 'POST', headers, body });
  expect(answer.status).toBe(419);
  expect(added(site)).toEqual([]);
});

test('whole: a tab that was opened before erases what was written since, with the answer of success', async () => {
  const site = await started({ flavour: 'whole' });
  const person = await personOn(site);
  const stale = await person.open();
  await person.fill(stale, { ...ARTICLE, title: 'Dari tab lama' });
  await person.save(ARTICLE);
  site.write({ title: 'Ditulis orang lain', body: 'x' });
  expect((await stale.send()).ok).toBe(true);
  expect(added(site).map(({ title }) => title)).toEqual(['Dari tab lama']);
});

test('storageToken: neither a page nor a save without the token of the storage', async () => {
  const site = await started({ flavour: 'storageToken' });
  const headers = { cookie: site.signIn(), 'content-type': 'application/json' };
  const body = JSON.stringify({ title: 'Keripik', body: 'Gurih' });
  expect((await fetch(site.url + site.admin.save, { method: 'POST', headers, body })).status).toBe(401);
  expect((await fetch(site.url + site.admin.data, { headers })).status).toBe(401);
  const authorization = `Bearer ${site.signInKey()}`;
  const right = await fetch(site.url + site.admin.save, {
    method: 'POST',
    headers: { ...headers, authorization },
    body,
  });
  expect(right.status).toBe(201);
  expect(added(site)).toHaveLength(1);
});

test('driven: what the page sent is good for once, and the form has neither action nor names', async () => {
  const site = await started({ flavour: 'driven', success: 'redirectList' });
  const person = await personOn(site);
  const form = await person.open();
  await person.fill(form, ARTICLE);
  expect((await form.send()).status).toBe(200);
  expect((await form.send()).status).toBe(419);
  expect(added(site)).toHaveLength(1);
  const { document } = await person.browser.open(site.url + site.admin.form);
  expect(document.querySelectorAll('form[action], form [name]')).toHaveLength(0);
});

test('dead: the form has neither action nor names, and saves nothing', async () => {
  const site = await started({ flavour: 'dead' });
  const person = await personOn(site);
  const { document } = await person.browser.open(site.url + site.admin.form);
  const form = document.querySelector('form.form');
  expect(form?.hasAttribute('action')).toBe(false);
  expect(form?.querySelectorAll('[name]')).toHaveLength(0);
  await personSaves(site, ARTICLE);
  expect(site.articles()).toHaveLength(3);
});
