// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { button, click, createWorld, press, soon, speak, type, type World } from '#tests/components/mountPage.tsx';
import { events, inquiry, iso, offered } from '#tests/utils/inquiries/make.ts';

const { App } = await import('#entrypoints/popup/App.tsx');

let deps: World;
let page: ReturnType<World['draw']>;

beforeEach(async () => {
  deps = await createWorld();
});

const rows = () => [...page.root.querySelectorAll<HTMLElement>('.inquiry')];
const names = () => rows().map((row) => row.querySelector('.inquiry-name')?.textContent);
const product = (name: string) => ({ ...inquiry('x').listing, name });

it('opens at what is held and waits when nothing else does, marked as due, and says how to free it', async () => {
  await deps.connect();
  await deps.give([
    { ...offered('held', 20), listing: product('Batik'), flagged: true },
    inquiry('talked', { listing: product('Kopi') }),
    inquiry('promo', { listing: product('Madu'), flagged: true, updatedAt: iso(-1) }),
  ]);
  page = deps.draw(<App />);
  await soon(() => expect(names()).toEqual(['Batik', 'Madu']));
  expect(rows().map((row) => row.classList.contains('inquiry-due'))).toEqual([true, false]);
  click(rows()[0] ?? null);
  await soon(() => expect(page.root.textContent).toContain('Pesan ini datang saat sangat banyak pesan masuk'));
});

describe('the inbox', () => {
  beforeEach(async () => {
    await deps.connect();
    await deps.give([
      { ...offered('later', 30), listing: product('Batik') },
      { ...offered('soon', 3), listing: product('Gula') },
      inquiry('talked', { listing: product('Kopi'), events: events(['asked', 'buyer', -9, 'ongkir ke Purwokerto?']) }),
      inquiry('promo', { listing: product('Madu'), flagged: true, updatedAt: iso(-1) }),
    ]);
    page = deps.draw(<App />);
    await soon(() => expect(rows()).toHaveLength(2));
  });

  it('is drawn from the store alone, what runs out first on top', () => {
    expect(names()).toEqual(['Gula', 'Batik']);
    expect(deps.asked).not.toContain('inquiry/refresh');
  });

  it('moves by keys, opens by Enter, goes back by Escape to the row it came from', async () => {
    press('j');
    press('ArrowDown');
    expect(document.activeElement).toBe(rows()[1]);
    press('k');
    expect(document.activeElement).toBe(rows()[0]);
    click(document.activeElement);
    await soon(() => expect(page.root.querySelector('.thread')).not.toBeNull());
    press('Escape');
    await soon(() => expect(document.activeElement).toBe(rows()[0]));
  });

  it('searches everything but spam with /, by words of the exchange too', async () => {
    press('/');
    const box = await soon(() => {
      const found = page.root.querySelector<HTMLInputElement>('input[type=search]');
      expect(found).not.toBeNull();
      expect(document.activeElement).toBe(found);
      return found;
    });
    if (box === null) return;
    type(box, 'purwokerto');
    expect(names()).toEqual(['Kopi']);
    type(box, 'madu');
    expect(page.root.textContent).toContain('Tidak ditemukan');
    press('Escape');
    expect(names()).toEqual(['Gula', 'Batik']);
  });

  it('counts each filter and shows spam only under spam', () => {
    const counts = [...page.root.querySelectorAll('.filter')]
      .map((filter) => filter.textContent?.trim())
      .filter(Boolean);
    expect(counts).toEqual(['Perlu dijawab 2', 'Tawaran 2', 'Semua 3', 'Spam 1']);
    click(button(page.root, 'Spam'));
    expect(names()).toEqual(['Madu']);
  });

  it('says why it cannot fetch, and keeps what it has', async () => {
    click(button(page.root, 'Muat lagi'));
    await soon(() => expect(page.root.querySelector('[role=alert]')?.textContent).toMatch(/tidak menjawab|internet/));
    expect(names()).toEqual(['Gula', 'Batik']);
  });

  it('reads whole in English too', async () => {
    await speak('en');
    page.close();
    page = deps.draw(<App />);
    await soon(() => expect(rows()).toHaveLength(2));
    expect(page.root.textContent).toContain('To answer');
    expect(page.root.textContent).not.toMatch(/\b(?:inbox|filter|status|tab|state)_\w+/);
  });
});

it('asks nobody to share a product before there is one', async () => {
  await deps.connect();
  page = deps.draw(<App />);
  await soon(() => expect(page.root.textContent).toContain('setelah produk pertama tayang'));
  expect(page.root.textContent).not.toContain('Bagikan produk');
});

describe('before it is connected', () => {
  it('asks for the invite first and says what is wrong with a bad one, keeping it', async () => {
    page = deps.draw(<App />);
    const box = await soon(() => {
      const found = page.root.querySelector<HTMLInputElement>('#invite');
      expect(found).not.toBeNull();
      return found;
    });
    if (box === null) return;
    type(box, 'https://pasar.example/undang/potong');
    click(button(page.root, 'Sambungkan'));
    await soon(() => expect(page.root.querySelector('#invite-error')?.textContent).toContain('/undang/'));
    await soon(async () => expect((await deps.background.send('typed/read', { key: 'invite' })).text).toBe(box.value));
  });
});
