// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { answerAs } from '#tests/cms/browser.ts';
import { assistPage } from '#utils/cms/assist/page.ts';
import { finishChange } from '#utils/cms/learned/finishChange.ts';
import { observeChange } from '#utils/cms/learned/observeChange.ts';

const SITE = 'https://desa.example';
const LINK = 'https://pasar.example/p/abcdefghij012345';
const BODY = `<p>Manis</p><p><a href="${LINK}">Tanya</a></p>`;
const PUBLIC = `${SITE}/berita/gula-semut`;

const form = (action: string, hidden = '', body = BODY) =>
  `<form method="post" action="${action}">${hidden}<input name="judul" type="text" value="Gula semut"><textarea name="isi">${body.replaceAll('<', '&lt;')}</textarea><button>Simpan</button></form>`;
const row = (title: string, to: string) => `<table><tr><td>${title}</td><td><a href="${to}">Ubah</a></td></tr></table>`;

interface Pages {
  list: string;
  edit: string;
  editAt?: string;
  open?: string;
  listAt?: string | null;
  deed?: 'change' | 'takeDown';
}

/** A person has saved the article in the form of the edit page; how the lesson ends. */
async function end({
  list,
  edit,
  editAt = '/admin/edit/12',
  open = BODY,
  listAt = '/admin/berita',
  deed = 'change',
}: Pages) {
  const page = new URL(editAt, SITE);
  document.body.innerHTML = edit;
  const [shown] = document.querySelectorAll('form');
  if (shown === undefined) throw new Error('no form');
  const words = { link: LINK, title: 'Gula semut', pictureUrl: null, now: Date.now() };
  const seen = observeChange(shown, new FormData(shown), words, { page, press: null, isSeen: true });
  if (seen === null || typeof seen === 'string') return { state: seen };
  const pages: Record<string, string> = { [`${SITE}${listAt}`]: list, [page.href]: edit, [PUBLIC]: open };
  const asked: string[] = [];
  const fetch = async (input: RequestInfo | URL) => {
    asked.push(String(input));
    const html = pages[String(input)];
    return answerAs(String(input), false, new Response(html ?? '', { status: html === undefined ? 404 : 200 }));
  };
  const context = { page: assistPage(SITE), document, fetch: fetch as typeof globalThis.fetch };
  const about = {
    deed,
    link: LINK,
    titles: ['Gula semut'],
    url: PUBLIC,
    list: listAt === null ? null : new URL(listAt, SITE),
  };
  return { ...(await finishChange(context, seen, page, about)), asked };
}

const LIST = row('Gula semut', '/admin/edit/12') + row('Kerja bakti', '/admin/edit/7');

test('what is learned is the list, two shapes and the fields, and nothing that stood in them', async () => {
  const ended = await end({
    list: LIST,
    edit: form('/admin/update/12', '<input type="hidden" name="_token" value="rahasia">'),
  });
  expect(ended).toMatchObject({
    state: 'changed',
    form: { list: '/admin/berita', page: '/admin/edit/{id}', action: '/admin/update/{id}', chosen: [] },
    takeDown: null,
  });
  expect(JSON.stringify(ended)).not.toMatch(/rahasia|Manis/);
});

const NOT: [string, Pages, string][] = [
  ['nobody knows from which list', { list: LIST, edit: form('/admin/update/12'), listAt: null }, 'no_list'],
  [
    'no row of the list leads there',
    { list: row('Kerja bakti', '/admin/edit/12'), edit: form('/admin/update/12') },
    'no_list',
  ],
  [
    'the row’s link leads elsewhere',
    { list: row('Gula semut', '/admin/edit/13'), edit: form('/admin/update/12') },
    'no_list',
  ],
  [
    'no number says which article it is',
    {
      list: row('Gula semut', '/admin/edit/gula-semut'),
      editAt: '/admin/edit/gula-semut',
      edit: form('/admin/simpan'),
    },
    'no_id',
  ],
  ['one address saves everything, and nothing says which', { list: LIST, edit: form('/admin/simpan') }, 'no_id'],
  [
    'two forms hold the article',
    {
      list: LIST,
      edit:
        form('/admin/simpan', '<input type="hidden" name="id" value="12">') +
        form('/admin/simpan', '<input type="hidden" name="id" value="13">'),
    },
    'alike',
  ],
  ['its address carries a key', { list: LIST, edit: form('/admin/update/12?token=abc') }, 'storage'],
  ['a stranger does not see it', { list: LIST, edit: form('/admin/update/12'), open: 'Segera hadir' }, 'not_public'],
  ['it was to be hidden, and is not', { list: LIST, edit: form('/admin/update/12'), deed: 'takeDown' }, 'still_public'],
];
test.each(NOT)('is not learned where %s', async (_, pages, why) => {
  expect((await end(pages)).state).toBe(why);
});

test('a form about another article is not looked at, and no page but the person’s own is asked for', async () => {
  expect((await end({ list: LIST, edit: form('/admin/update/12', '', '<p>Surat</p>') })).state).toBeNull();
  const ended = await end({ list: LIST + row('Gula semut', '/admin/hapus/12'), edit: form('/admin/update/12') });
  expect('asked' in ended && ended.asked).toEqual([`${SITE}/admin/berita`, `${SITE}/admin/edit/12`, PUBLIC]);
});

test('one save address with a hidden number is known by it', async () => {
  const edit = form('/admin/simpan', '<input type="hidden" name="id" value="12">');
  expect(await end({ list: LIST, edit })).toMatchObject({
    form: { page: '/admin/edit/{id}', action: '/admin/simpan' },
  });
});

test('the form of one article is no list, though a hidden field names it', async () => {
  const edit = form('/admin/simpan', '<input type="hidden" name="id" value="12">');
  const at = '/admin/edit.php?id=12';
  expect(await end({ list: edit, edit, editAt: at, listAt: at })).toMatchObject({ state: 'no_list' });
});
