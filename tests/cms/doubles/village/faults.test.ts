import { expect, test } from 'vitest';
import { personOn, personSaves } from './person.ts';
import { added, started } from './started.ts';

const ARTICLE = { title: 'Keripik', bodyHtml: 'Gurih' };

test.each([
  ['drop_request', 0],
  ['drop_answer', 1],
] as const)('%s: the save fails and %i articles were written; the next one goes well', async (kind, written) => {
  const site = await started({});
  site.failNext(kind);
  await expect(personSaves(site, ARTICLE)).rejects.toThrow();
  expect(added(site)).toHaveLength(written);
  expect(site.requests.at(-1)).toMatchObject({ method: 'POST', status: null });
  await personSaves(site, ARTICLE);
  expect(added(site)).toHaveLength(written + 1);
});

test.each([
  ['500', 500],
  ['419', 419],
] as const)('%s: nothing is written', async (kind, status) => {
  const site = await started({});
  site.failNext(kind);
  expect((await personSaves(site, ARTICLE)).status).toBe(status);
  expect(added(site)).toEqual([]);
});

test.each(['blade', 'ci3', 'json'] as const)(
  'logout, %s: what was sent is lost on the sign-in page',
  async (flavour) => {
    const site = await started({ flavour });
    const person = await personOn(site);
    site.failNext('logout');
    const answer = await person.save(ARTICLE);
    expect([answer.status, answer.url]).toEqual([200, site.url + site.admin.login]);
    expect(added(site)).toEqual([]);
  },
);

test('a fault waits for the request that it is meant for', async () => {
  const site = await started({ picture: 'uploadFirst' });
  site.failNext('500', 'save');
  await personSaves(site, ARTICLE);
  expect(site.pictures()).toBe(1);
  expect(added(site)).toEqual([]);
});

test('a foreign article that was changed, deleted or unpublished is noticed', async () => {
  for (const deed of ['edit', 'draft', 'erase', 'none'] as const) {
    const site = await started({});
    if (deed === 'edit') site.edit(1, { title: 'Lain' });
    if (deed === 'draft') site.edit(2, { isPublished: false });
    if (deed === 'erase') site.erase(3);
    expect(site.foreignUntouched()).toBe(deed === 'none');
  }
});

test('the log has every request with its answer', async () => {
  const site = await started({ session: 'noSignIn', flavour: 'plainphp' });
  await personSaves(site, ARTICLE);
  expect(site.requests).toEqual([
    { method: 'GET', path: '/admin/tambah.php', status: 200 },
    { method: 'POST', path: '/admin/simpan.php', status: 200 },
  ]);
});
