// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Recipe } from '#contract';
import { type DriveTools, drive } from '#utils/cms/learned/driven/drive.ts';
import type { DrivenDeed } from '#utils/cms/learned/driven/shownPage.ts';
import type { LinkBackPost } from '#utils/cms/types.ts';

const SITE = 'http://localhost:3000';
const LINK = 'https://pasar.example/p/abc';
const POST: LinkBackPost = {
  listingId: 'listing000001',
  link: LINK,
  title: 'Gula semut',
  html: `<p>Gula semut dari nira.</p><p><a href="${LINK}">Tanya</a></p>`,
  image: null,
  known: null,
  isFirst: true,
  overwriteEdits: false,
};
const DEED: DrivenDeed = {
  way: 'driven',
  page: '/',
  action: '/',
  method: 'POST',
  controls: ['isi', 'judul', 'kategori'],
  fields: [
    { role: 'title', name: 'judul' },
    { role: 'body', name: 'isi', form: 'html' },
  ],
  chosen: [{ name: 'kategori', value: '3' }],
  press: null,
  driven: { button: { text: 'Simpan', isSubmit: true }, awaits: [] },
};
const FORM = `<form id="berita"><input type="text" name="judul"><textarea name="isi"></textarea>
  <select name="kategori"><option value="1">Berita</option><option value="3">Produk</option></select>
  <button>Simpan</button></form>`;

let pressed: Record<string, string>[] = [];
let stop: AbortController;
beforeEach(() => {
  HTMLElement.prototype.checkVisibility ??= () => true;
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  stop = new AbortController();
  pressed = [];
  document.body.innerHTML = FORM;
  watch();
});
afterEach(() => {
  vi.useRealTimers();
});

function watch(): void {
  document.querySelector('form')?.addEventListener('submit', (event) => {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    pressed.push(Object.fromEntries([...data].map(([name, value]) => [name, String(value)])));
  });
}

const list = '<ul><li><a href="/berita/1">Rapat desa</a></li></ul>';

async function run({
  deed = DEED,
  post = POST,
  begins = async () => true,
}: Partial<{
  deed: DrivenDeed;
  post: LinkBackPost;
  begins: DriveTools['begins'];
}> = {}) {
  const recipe: Recipe & { create: DrivenDeed } = {
    version: 1,
    siteUrl: SITE,
    create: deed,
    change: null,
    takeDown: null,
    lists: ['/berita'],
  };
  const fetch = async () => new Response(list, { headers: { 'content-type': 'text/html' } });
  const page = { cms: 'assist' as const, siteUrl: SITE, version: null, siteName: null, openPost: null };
  const tools: DriveTools = {
    toJpeg: async (blob) => blob,
    now: () => 0,
    wait: async () => undefined,
    give: async () => true,
    begins,
    stop: stop.signal,
  };
  const end = drive({ page, document, fetch }, recipe, post, tools);
  // As much time as the longest wait takes.
  for (let second = 0; second < 100; second += 1) await vi.advanceTimersByTimeAsync(1000);
  return end;
}

test('the form is filled in and pressed once, after the press was noted', async () => {
  const begins = vi.fn(async () => {
    expect(pressed).toEqual([]);
    return true;
  });
  expect(await run({ begins })).toEqual({ state: 'pressed' });
  expect(pressed).toEqual([{ judul: 'Gula semut', isi: POST.html, kategori: '3' }]);
  expect(begins).toHaveBeenCalledWith({ title: 'Gula semut', pictures: [] });
});

const more = (html: string) => document.querySelector('form')?.insertAdjacentHTML('beforeend', html);

test.each([
  ['gets another button that says the same', () => more('<button>Simpan</button>'), 'two_buttons'],
  ['gets another field', () => more('<input type="text" name="nik">'), 'form_changed'],
  [
    'goes elsewhere',
    () => document.querySelector('form')?.setAttribute('action', 'https://jahat.example/'),
    'other_site',
  ],
  [
    'is another one',
    () => {
      document.body.innerHTML = FORM;
    },
    'form_changed',
  ],
  [
    'loses its words',
    () => {
      const area = document.querySelector('textarea');
      if (area) area.value = '';
    },
    'not_filled',
  ],
  [
    'has another button',
    () => {
      const button = document.querySelector('button');
      if (button) button.textContent = 'Hapus semua';
    },
    'form_changed',
  ],
  ['is stopped', () => stop.abort(), 'stopped'],
] as const)('a form that %s in the moment of the press is not pressed', async (_, happens, why) => {
  const end = await run({
    begins: async () => {
      happens();
      return true;
    },
  });
  expect(end).toEqual({ state: 'not_pressed', why, isMarked: true });
  expect(pressed).toEqual([]);
});

test('what may not begin is not pressed', async () => {
  expect(await run({ begins: async () => false })).toMatchObject({ state: 'not_pressed', isMarked: false });
  expect(pressed).toEqual([]);
});

test('a form that does not come is waited for, and told', async () => {
  document.body.innerHTML = '<p>Memuat …</p>';
  expect(await run()).toMatchObject({ why: 'no_form' });
});

test('a form that comes late is filled in', async () => {
  document.body.innerHTML = '<p>Memuat …</p>';
  setTimeout(() => {
    document.body.innerHTML = FORM;
    watch();
  }, 5000);
  expect(await run()).toEqual({ state: 'pressed' });
  expect(pressed).toHaveLength(1);
});

test('a sign-in page in its place is told at once', async () => {
  document.body.innerHTML = '<form><input name="nama"><input type="password" name="sandi"></form>';
  expect(await run()).toMatchObject({ why: 'signed_out' });
});

test('a form for an article that stands is left alone, by its words or by a hidden number', async () => {
  document.querySelector('input')?.setAttribute('value', 'Rapat desa');
  expect(await run()).toMatchObject({ why: 'not_new' });
  document.body.innerHTML = FORM;
  more('<input type="hidden" name="id" value="12">');
  expect(await run()).toMatchObject({ why: 'not_new' });
  expect(pressed).toEqual([]);
});

test('a page that sends every article is never pressed before it has read them all', async () => {
  const driven = { ...DEED.driven, awaits: ['/api/data'], isWhole: true as const };
  expect(await run({ deed: { ...DEED, driven } })).toMatchObject({ why: 'not_ready' });
  expect(pressed).toEqual([]);
});

test('what an earlier press may have left is looked for first', async () => {
  expect(await run({ post: { ...POST, isFirst: false } })).toMatchObject({ why: 'look_first' });
  expect(pressed).toEqual([]);
  expect(await run({ post: { ...POST, isFirst: false, overwriteEdits: true } })).toEqual({ state: 'pressed' });
});

test('a page on which a clock runs is not waited for until the end', async () => {
  document.body.insertAdjacentHTML('beforeend', '<p id="jam">0</p>');
  let seconds = 0;
  const tick = () => {
    const clock = document.querySelector('#jam');
    if (clock !== null) clock.textContent = String(seconds);
    seconds += 0.2;
    setTimeout(tick, 200);
  };
  tick();
  let pressedAt = 0;
  await run({
    begins: async () => {
      pressedAt = seconds;
      return true;
    },
  });
  expect(pressed).toHaveLength(1);
  expect(pressedAt).toBeLessThan(5);
});

test('a button that sends another form, elsewhere, is not pressed', async () => {
  document.body.innerHTML = `<div>${FORM.replace('<form id="berita">', '').replace('<button>Simpan</button></form>', '')}</div>
    <form action="https://jahat.example/"><button>Simpan</button></form>`;
  expect(await run()).toEqual({ state: 'not_pressed', why: 'other_site', isMarked: false });
});

test('a page that asks for a password without a name is not pressed', async () => {
  more('<input type="password">');
  expect(await run()).toEqual({ state: 'not_pressed', why: 'secret', isMarked: false });
});
