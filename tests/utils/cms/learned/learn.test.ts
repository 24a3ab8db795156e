// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SitePath } from '#contract';
import { dayForm, writeDay } from '#utils/cms/learned/day.ts';
import { observeSave, partOf } from '#utils/cms/learned/observe.ts';
import { observeRequest } from '#utils/cms/learned/observeRequest.ts';
import { bodyAsText, excerptOf, isOwnExcerpt, safeTitle, sameTitle } from '#utils/cms/learned/safeWords.ts';
import { atSite, idOf, sitePath } from '#utils/cms/learned/sitePath.ts';
import { toDeed } from '#utils/cms/learned/toDeed.ts';

const LINK = 'https://pasar.example/p/abcdefghij012345';
const NOW = new Date(2026, 10, 28, 9, 5).getTime();
const WORDS = { link: LINK, title: 'Gula semut', pictureUrl: null, now: NOW };
const PAGE = new URL('https://desa.example/admin/berita/tambah');
const FORM = `<form method="post" action="/admin/berita/simpan">
  <input type="hidden" name="_token" value="rahasia">
  <input name="judul" type="text"><textarea name="isi"></textarea>
  <input type="text" name="tanggal" value=""><input type="file" name="gambar">
  <select name="kategori"><option value="">-</option><option value="7">Potensi</option></select>
  <select name="status"><option value="draft">Draf</option><option value="publish">Terbit</option></select>
  <input type="checkbox" name="headline" value="1"><input type="checkbox" name="komentar" value="1" checked>
  <button name="simpan" value="ya">Simpan</button></form>`;

function formOf(html: string): HTMLFormElement {
  document.body.innerHTML = html;
  const form = document.querySelector('form');
  if (form === null) throw new Error('no form');
  return form;
}

function filled(html = FORM): { form: HTMLFormElement; sent: FormData } {
  const form = formOf(html);
  const set = (name: string, value: string) => {
    const field = form.querySelector<HTMLInputElement>(`[name="${name}"]`);
    if (field) field.value = value;
  };
  set('judul', 'Gula Semut');
  set('isi', `<p>Manis</p><p><a href="${LINK}">Tanya</a></p>`);
  set('tanggal', '28-11-2026');
  set('kategori', '7');
  set('status', 'publish');
  const sent = new FormData(form);
  if (sent.has('gambar')) sent.set('gambar', new File(['x'], 'foto.jpg', { type: 'image/jpeg' }));
  return { form, sent };
}

const about = { page: PAGE, press: { name: 'simpan', value: 'ya' }, isSeen: true };

describe('a save that is shown', () => {
  test('teaches where each part went and what was chosen, and keeps no token', () => {
    const { form, sent } = filled();
    const seen = observeSave(form, sent, WORDS, about);
    if (seen === null || typeof seen === 'string') throw new Error(String(seen));
    const empty = new DOMParser().parseFromString(FORM, 'text/html');
    const deed = toDeed(seen, empty, PAGE, 'https://desa.example');
    expect(deed).toEqual({
      way: 'form',
      page: '/admin/berita/tambah',
      action: '/admin/berita/simpan',
      method: 'POST',
      controls: ['gambar', 'headline', 'isi', 'judul', 'kategori', 'komentar', 'status', 'tanggal'],
      fields: [
        { role: 'title', name: 'judul' },
        { role: 'body', name: 'isi', form: 'html' },
        { role: 'date', name: 'tanggal', form: 'd-m-Y' },
        { role: 'picture', name: 'gambar' },
      ],
      chosen: [
        { name: 'kategori', value: '7' },
        { name: 'status', value: 'publish' },
      ],
      press: { name: 'simpan', value: 'ya' },
    });
    expect(JSON.stringify(deed)).not.toContain('rahasia');
    expect(JSON.stringify(deed)).not.toContain('Manis');
  });

  test('is none when the product’s words are not in it, whatever else is', () => {
    const form = formOf(FORM);
    expect(observeSave(form, new FormData(form), WORDS, about)).toBeNull();
  });

  const REFUSED: [string, string, string][] = [
    ['another host', FORM.replace('/admin/berita/simpan', 'https://lain.example/simpan'), 'other_site'],
    ['a port of its own', FORM.replace('/admin/berita/simpan', 'https://desa.example:8443/simpan'), 'other_site'],
    ['an address of a script', FORM.replace('/admin/berita/simpan', 'javascript:void(0)'), 'not_sent'],
    ['asking and not sending', FORM.replace('method="post"', 'method="get"'), 'not_sent'],
    ['a password', FORM.replace('<textarea', '<input type="password" name="sandi"><textarea'), 'secret'],
    ['a card number', FORM.replace('<textarea', '<input name="nomor_kartu"><textarea'), 'secret'],
    [
      'a field the browser fills with a card',
      FORM.replace('<textarea', '<input autocomplete="cc-number" name="n"><textarea'),
      'secret',
    ],
    [
      'more choices than are kept',
      FORM.replace(
        '<textarea',
        `${Array.from({ length: 61 }, (_, at) => `<input type="checkbox" name="c${at}">`).join('')}<textarea`,
      ),
      'too_many',
    ],
  ];
  test.each(REFUSED)('is never learned from a form with %s', (_, html, why) => {
    const { form, sent } = filled(html);
    expect(observeSave(form, sent, WORDS, about)).toBe(why);
  });

  test('is never learned from a form that nobody sees', () => {
    const { form, sent } = filled();
    expect(observeSave(form, sent, WORDS, { ...about, isSeen: false })).toBe('unseen');
  });

  test('knows the title’s field by its name where the person wrote another title', () => {
    const { form, sent } = filled();
    sent.set('judul', 'Produk baru desa kami');
    const seen = observeSave(form, sent, WORDS, about);
    expect(seen).toMatchObject({ fields: [{ role: 'title', name: 'judul' }, {}, {}, {}] });
  });

  test('makes no recipe of a form that is only there for an article that stands already', () => {
    const { form, sent } = filled();
    const seen = observeSave(form, sent, WORDS, about);
    if (seen === null || typeof seen === 'string') throw new Error(String(seen));
    const edit = FORM.replace('<input name="judul" type="text">', '<input name="judul" type="text" value="Lama">');
    expect(toDeed(seen, new DOMParser().parseFromString(edit, 'text/html'), PAGE, 'https://desa.example')).toBeNull();
    const withId = FORM.replace('<textarea', '<input type="hidden" name="id" value="12"><textarea');
    expect(toDeed(seen, new DOMParser().parseFromString(withId, 'text/html'), PAGE, 'https://desa.example')).toBeNull();
  });
});

describe('addresses of a recipe', () => {
  test('lead to the site and nowhere else', () => {
    const paths = fc.oneof(
      fc.webPath(),
      fc.string().map((text) => `/${text}`),
      fc.constant('/../..'),
      fc.constant('/%2e%2e/x'),
    );
    fc.assert(
      fc.property(paths, fc.constantFrom('https://desa.example', 'https://host.example/desa'), (path, siteUrl) => {
        const parsed = SitePath.safeParse(path);
        fc.pre(parsed.success);
        let led = '';
        try {
          led = atSite(parsed.data ?? '/', siteUrl).href;
        } catch {
          return;
        }
        expect(led === siteUrl || led.startsWith(`${siteUrl}/`)).toBe(true);
      }),
    );
  });
  test.each(['//jahat.example/x', '/\\jahat.example', 'https://jahat.example', '/a b', ''])('%s is none', (path) => {
    expect(SitePath.safeParse(path).success).toBe(false);
  });
  test('climbing out of the folder is none', () => {
    expect(() => atSite('/../lain/x', 'https://host.example/desa')).toThrow();
  });
  test('a number in it is an article’s', () => {
    expect(idOf('/admin/berita/edit/77', '/admin/berita/edit/{id}')).toBe('77');
    expect(idOf('/admin/berita/hapus/77', '/admin/berita/edit/{id}')).toBeNull();
    expect(sitePath(new URL('https://host.example/lain/a'), 'https://host.example/desa')).toBeNull();
  });
});

describe('words that every village site stores', () => {
  test('a title is short, of the basic plane, without straight quotes, and not there yet', () => {
    const names = fc.string({ unit: 'grapheme', maxLength: 300 });
    fc.assert(
      fc.property(names, fc.array(fc.string({ maxLength: 60 })), (name, others) => {
        const taken = new Set(others.map(sameTitle));
        const title = safeTitle(name, taken);
        expect(title.length).toBeLessThanOrEqual(60);
        expect(title).not.toMatch(/['"\u{10000}-\u{10ffff}]/u);
        expect(taken.has(sameTitle(title))).toBe(false);
      }),
    );
  });
  test('a second product of the same name gets a title of its own', () => {
    expect(safeTitle("Keripik 'Mbak Sri'", new Set(['keripik mbak sri']))).toBe('Keripik ‘Mbak Sri’ (2)');
  });
  test('the body as words keeps the address alone on its line', () => {
    const text = bodyAsText(`<p>Manis 🍯 &amp; gurih</p><p><a href="${LINK}">Tanya</a></p>`, LINK);
    expect(text.split('\n')).toContain(LINK);
    expect(text).not.toContain('🍯');
  });
});

test('a day is written in the form’s own way, and read back as today', () => {
  for (const form of ['Y-m-d', 'd-m-Y', 'd/m/Y', 'Y-m-d H:i', 'd-m-Y H:i'] as const)
    expect(dayForm(writeDay(form, NOW), NOW)).toBe(form);
  expect(dayForm('17-08-1945', NOW)).toBeNull();
  expect(dayForm('Gula', NOW)).toBeNull();
});

describe('what a script sends', () => {
  const article = { judul: 'Gula Semut', isi: `<a href="${LINK}">Tanya</a>` };
  const seen = (json: unknown, over: { method?: string; url?: string } = {}) =>
    observeRequest(
      { url: new URL(over.url ?? 'https://desa.example/api/berita'), method: over.method ?? 'POST', json, headers: [] },
      WORDS,
      PAGE,
      () => false,
    );

  test.each<[string, unknown]>([
    ['in a list', { artikel: [{ judul: 'Lama', isi: 'x' }, article] }],
    ['in a list of one', { artikel: [article] }],
    ['under their names', { artikel: { a1: { judul: 'Lama', isi: 'x' }, a2: article } }],
  ])('articles sent together %s are never learned', (_, json) => {
    expect(seen(json)).toBe('everything');
  });

  test('a change is no way to make a new one', () => {
    const page = '<form><input name="judul"><textarea name="isi"></textarea></form>';
    const empty = new DOMParser().parseFromString(page, 'text/html');
    for (const over of [{ method: 'PUT' }, { url: 'https://desa.example/api/berita/12' }]) {
      const save = seen(article, over);
      if (save === null || typeof save === 'string') throw new Error(String(save));
      expect(toDeed(save, empty, PAGE, 'https://desa.example')).toBeNull();
    }
    const save = seen({ ...article, id: 12 });
    if (save === null || typeof save === 'string') throw new Error(String(save));
    expect(toDeed(save, empty, PAGE, 'https://desa.example')).toBeNull();
  });

  test('of a text that nobody chose no value is kept', () => {
    expect(JSON.stringify(seen({ ...article, nik_penulis: '3303010101010001', kunci: 'abc' }))).not.toMatch(/3303|abc/);
  });
});

test('a name of one small word is a title, and its address where a field is called so', () => {
  expect(partOf('judul', 'madu', { ...WORDS, title: 'madu' })).toEqual({ role: 'title', name: 'judul' });
  expect(partOf('slug', 'madu', { ...WORDS, title: 'madu' })).toEqual({ role: 'slug', name: 'slug' });
});

describe('the summary of an article', () => {
  test('is ours as it was made of the body, and a person’s when they wrote their own', () => {
    const line = fc.stringMatching(/^[A-Za-z0-9 ,.’-]{1,200}$/).filter((text) => sameTitle(text) !== '');
    fc.assert(
      fc.property(line, line, (first, second) => {
        const html = `<p>${first}</p><p>${second}</p>`;
        expect(isOwnExcerpt(excerptOf(html, 'Gula'), html)).toBe(true);
        expect(isOwnExcerpt(`Buatan ibu ibu PKK ${first}`, html)).toBe(false);
      }),
    );
    expect(isOwnExcerpt('', '<p>Manis</p>')).toBe(true);
  });
});
