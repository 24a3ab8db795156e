// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { observeSave } from '#utils/cms/learned/observe.ts';
import type { SentRequest } from '#utils/cms/learned/observeRequest.ts';
import { seenUpload, standingIn } from '#utils/cms/learned/seenUpload.ts';
import { toDeed } from '#utils/cms/learned/toDeed.ts';
import { namedBy, shapeOf } from '#utils/cms/learned/uploadAnswer.ts';

const LINK = 'https://pasar.example/p/abcdefghij012345';
const WORDS = { link: LINK, title: 'Gula semut', pictureUrl: null, now: new Date(2026, 10, 28, 9, 5).getTime() };
const PAGE = new URL('https://desa.example/admin/berita/tambah');
const FORM = `<form method="post" action="/admin/berita/simpan">
  <input type="hidden" name="_token" value="rahasia"><input name="judul"><textarea name="isi"></textarea>
  <input type="hidden" name="gambar_id" value=""><input type="hidden" name="status" value="1">
  <select name="kategori"><option value="7">Potensi</option><option value="17">Produk</option></select>
  <input type="number" name="urutan"></form>`;

function draw(html = FORM): HTMLFormElement {
  document.body.innerHTML = html;
  const form = document.querySelector('form');
  if (form === null) throw new Error('no form');
  return form;
}

const put = (form: HTMLFormElement, name: string, value: string) => {
  const field = form.querySelector<HTMLInputElement>(`[name="${name}"]`);
  if (field) field.value = value;
};

const sent = (more: Partial<SentRequest> = {}): SentRequest => ({
  url: new URL('https://desa.example/admin/unggah'),
  method: 'POST',
  headers: ['x-csrf-token'],
  form: { _token: ['rahasia'], folder: ['berita'] },
  files: ['file'],
  answer: JSON.stringify({ ok: 1, id: 17, url: '/uploads/17.jpg' }),
  ...more,
});

/** The picture is sent, its number stands in the form, and the form is saved. */
function shown(told: SentRequest, filled: Record<string, string>, html = FORM) {
  const form = draw(html);
  const had = standingIn(document);
  const upload = seenUpload(told, { document, page: PAGE, had });
  put(form, 'judul', 'Gula Semut');
  put(form, 'isi', `<a href="${LINK}">Tanya</a>`);
  for (const [name, value] of Object.entries(filled)) put(form, name, value);
  const words = { ...WORDS, uploads: upload === null ? [] : [upload] };
  const seen = observeSave(form, new FormData(form), words, { page: PAGE, press: null, isSeen: true });
  if (seen === null || typeof seen === 'string') throw new Error(String(seen));
  return toDeed(seen, new DOMParser().parseFromString(html, 'text/html'), PAGE, 'https://desa.example');
}

describe('a picture that is sent before its article', () => {
  test('teaches where it is sent and which field says it, and keeps no value', () => {
    const deed = shown(sent(), { gambar_id: '17', kategori: '17', urutan: '17' });
    expect(deed?.upload).toEqual({
      action: '/admin/unggah',
      field: 'file',
      beside: ['_token'],
      token: { header: 'x-csrf-token', meta: 'csrf-token' },
      into: [{ name: 'gambar_id', answer: ['/id'], form: 'digits' }],
    });
    expect(JSON.stringify(deed?.upload)).not.toMatch(/rahasia|17/);
  });

  test('what stood in the form before is not the answer’s, though it says the same', () => {
    expect(shown(sent({ answer: '{"ok":1,"id":17}' }), { gambar_id: '' })?.upload).toBeUndefined();
  });

  test.each<[string, Partial<SentRequest>]>([
    ['goes to another host', { url: new URL('https://gambar.example/unggah') }],
    ['carries a key out of the storage', { headers: ['authorization'] }],
    ['has a key in its address', { url: new URL('https://desa.example/unggah?token=abc') }],
    ['is no POST', { method: 'PUT' }],
    ['has no answer', { answer: undefined as unknown as string }],
  ])('is not learned where it %s', (_, more) => {
    expect(shown(sent(more), { gambar_id: '17' })?.upload).toBeUndefined();
  });

  test('an answer that is the name itself, and a field that only the script draws', () => {
    const html = FORM.replace('<input type="hidden" name="gambar_id" value="">', '<input type="file" name="foto">');
    const form = draw(html);
    const upload = seenUpload(sent({ answer: '6a1f9c-1764\n' }), { document, page: PAGE, had: standingIn(document) });
    form.querySelector('[name=foto]')?.remove();
    form.insertAdjacentHTML('beforeend', '<input type="hidden" name="foto" value="6a1f9c-1764">');
    put(form, 'judul', 'Gula Semut');
    put(form, 'isi', LINK);
    const words = { ...WORDS, uploads: upload === null ? [] : [upload] };
    const seen = observeSave(form, new FormData(form), words, { page: PAGE, press: null, isSeen: true });
    if (seen === null || typeof seen === 'string') throw new Error(String(seen));
    const deed = toDeed(seen, new DOMParser().parseFromString(html, 'text/html'), PAGE, 'https://desa.example');
    expect(deed?.upload?.into).toEqual([{ name: 'foto', answer: [], form: 'word' }]);
    expect(deed?.controls).toContain('foto');
  });
});

describe('what an answer calls a picture', () => {
  const into = (form: 'number' | 'digits' | 'file' | 'word', ...answer: string[]) => [{ name: 'g', answer, form }];

  test.each([
    ['{"id":17}', into('digits', '/id'), '17'],
    ['{"id":"17"}', into('number', '/id'), 17],
    ['{"data":[{"path":"a/b.jpg"}]}', into('file', '/data/0/path'), 'a/b.jpg'],
    ['"tmp/6a1f9c"', into('word', '/'), 'tmp/6a1f9c'],
    [' 6a1f9c-17\n', into('word'), '6a1f9c-17'],
  ] as const)('%s', (answer, places, value) => {
    expect(namedBy(answer, [...places])).toEqual([{ name: 'g', value }]);
  });

  test.each([
    ['an error as JSON', '{"success":false,"message":"Gagal"}', into('digits', '/id')],
    ['an error as a sentence', 'Berkas terlalu besar, paling besar 2 MB', into('word')],
    ['an error as one word', 'Gagal', into('word')],
    ['a page', '<h1>413</h1>', into('word')],
    ['an address where a number was', '{"id":"/uploads/1.jpg"}', into('digits', '/id')],
    ['nothing', '', into('word')],
    ['zero', '{"id":0}', into('number', '/id')],
    ['a truth value', '{"id":true}', into('digits', '/id')],
    ['two places that do not agree any more', '{"id":17,"no":18}', into('digits', '/id', '/no')],
    [
      'one of two fields only',
      '{"id":17}',
      [...into('digits', '/id'), { name: 'u', answer: ['/url'], form: 'file' as const }],
    ],
  ])('%s is none', (_, answer, places) => {
    expect(namedBy(answer, [...places])).toBeNull();
  });

  test('whatever comes back, what goes into the form looks as it did when it was shown', () => {
    const forms = fc.constantFrom('number' as const, 'digits' as const, 'file' as const, 'word' as const);
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), forms, (answer, form) => {
        for (const named of namedBy(answer, [{ name: 'g', answer: [], form }]) ?? [])
          expect(shapeOf(named.value)).toBe(form);
      }),
    );
  });
});
