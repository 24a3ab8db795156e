// @vitest-environment jsdom

import { act } from 'preact/test-utils';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { BackgroundContext } from '#components/background/context.ts';
import { Panel } from '#components/panel/Panel.tsx';
import { Sending } from '#components/panel/Sending.tsx';
import { type Mounted, mount } from '#tests/support/mount.ts';
import { soon } from '#tests/support/soon.ts';
import type { Draft } from '#utils/model/draft.ts';
import { ListingView } from '#utils/model/views.ts';
import { testBackground } from './background.ts';
import { readCodes } from './codes.ts';
import { useWords } from './words.ts';

// This stands before anything that reads `browser`, because there is none outside an extension.
const runtime = vi.hoisted(() => {
  const made: { id: string | undefined; getURL(path: string): string } = { id: 'test', getURL: (path) => path };
  const never = { addListener: () => undefined, removeListener: () => undefined };
  const tabs = { getCurrent: async () => ({ id: 1 }), onActivated: never, onUpdated: never, onRemoved: never };
  Object.assign(globalThis, { chrome: { runtime: made, tabs } });
  return made;
});

class NoObserver {
  observe() {}
  disconnect() {}
}

let deps: ReturnType<typeof testBackground>;
let page: Mounted;

beforeAll(readCodes, 60_000);
beforeEach(async () => {
  Object.assign(globalThis, { IntersectionObserver: NoObserver });
  Element.prototype.scrollIntoView = () => undefined;
  await useWords('panel', 'popup', 'issues', 'reasons', 'assist');
  deps = testBackground();
});
afterEach(() => {
  runtime.id = 'test';
});

const ID = 'b'.repeat(16);
const LISTING = ListingView.parse({
  id: ID,
  village: null,
  name: 'Gula semut',
  price: 25_000,
  unit: 'bungkus',
  availability: 'ada',
  stock: null,
  thumbnail: null,
  state: 'live',
  row: null,
  url: 'https://pasar.example/p/gula',
  postUrl: null,
  postPending: false,
  updatedAt: 1,
});
const ROW = {
  kind: 'listing' as const,
  id: ID,
  rev: 1,
  owed: ['linkback' as const, 'proof' as const],
  photosDone: 1,
  photosAll: 1,
  attempts: 1,
  nextAt: 1,
  reason: 'by_hand' as const,
  detail: null,
  createdAt: 1,
};

async function open(): Promise<Draft> {
  const first = deps.background.send('panel/open', { listingId: null });
  const { draft } = await first;
  page = mount(
    <BackgroundContext.Provider value={deps.background}>
      <Panel first={first} listingId={null} />
    </BackgroundContext.Provider>,
  );
  await soon(() => expect(page.root.querySelector('#field-name')).not.toBeNull());
  return draft;
}

describe('the panel on an empty form', () => {
  it('shows first what waits for its link, with what can be done about it', async () => {
    deps.state.listings = [{ ...LISTING, row: ROW }];
    await open();
    await soon(() => expect(page.root.textContent).toContain('Gula semut'));
    const main = page.root.querySelector('main');
    expect(main?.querySelector('h2')?.textContent).toBe('Gula semut');
    expect([...(main?.querySelectorAll('button') ?? [])].map(({ textContent }) => textContent)).toContain(
      'Sisipkan kartu produk',
    );
  });

  it('shows nothing of another site, nor what goes on by itself', async () => {
    deps.state.listings = [
      { ...LISTING, siteUrl: 'https://lain.desa.id', row: ROW },
      { ...LISTING, row: { ...ROW, reason: 'offline' } },
    ];
    await open();
    await soon(() => expect(deps.state.sent).toContain('listing/list'));
    expect(page.root.querySelector('.waiting-first')).toBeNull();
  });

  it('names the product that the open article sells already, which is one press away', async () => {
    const { send } = deps.background;
    const asked: (string | null)[] = [];
    deps.background.send = async (name, input) => {
      if (name === 'panel/open') asked.push((input as { listingId: string | null }).listingId);
      const answer = await send(name, input);
      if (name !== 'panel/open') return answer;
      return { ...(answer as object), sold: { id: ID, name: 'Gula semut', isDraft: false } } as typeof answer;
    };
    await open();
    expect(page.root.textContent).toContain('Artikel ini sudah dijual: Gula semut');
    const button = [...page.root.querySelectorAll('button')].find((it) => it.textContent === 'Ubah produk itu');
    await act(() => button?.click());
    await soon(() => expect(asked).toContain(ID));
  });

  it('is filled like the last product by one press, and emptied by another', async () => {
    const form = { unit: 'bungkus', packAmount: '250', category: 'makanan', terms: 'COD' };
    deps.state.last = { title: 'Gula semut 250 g', form };
    await open();
    const press = async (text: string) => {
      const button = [...page.root.querySelectorAll('button')].find((it) => it.textContent === text);
      expect(button, text).toBeDefined();
      await act(() => button?.click());
    };
    const value = (id: string) => page.root.querySelector<HTMLInputElement>(`#field-${id}`)?.value;
    const before = value('terms');
    await press('Seperti yang terakhir: Gula semut 250 g');
    expect(value('terms')).toBe('COD');
    expect(value('packAmount')).toBe('250');
    expect(value('name')).toBe('');
    expect(page.root.textContent).toContain('Diisi seperti “Gula semut 250 g”');
    // The product's own name tells its category; the one that came over was not chosen for it.
    const name = page.root.querySelector<HTMLInputElement>('#field-name');
    await act(() => {
      if (name !== null) name.value = 'Batik tulis';
      name?.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await soon(() =>
      expect(page.root.querySelector<HTMLInputElement>('#field-category input:checked')?.value).toBe('batik'),
    );
    await press('Urungkan');
    expect(value('terms')).toBe(before);
    expect(value('name')).toBe('Batik tulis');
  });

  it('begins with goods that are usual here, in sight only while nothing is written', async () => {
    const form = { name: 'Gula semut', unit: 'bungkus', category: 'makanan', description: 'Bahan:\nRasa: manis' };
    deps.state.usual = [{ title: 'Gula semut', form }];
    await open();
    const usual = () => page.root.querySelector<HTMLButtonElement>('.usual button');
    await act(() => usual()?.click());
    expect(page.root.querySelector<HTMLInputElement>('#field-name')?.value).toBe('Gula semut');
    expect(document.activeElement?.id).toBe('field-name');
    expect(page.root.textContent).toContain('Diawali dengan contoh “Gula semut”');
    expect(usual()).toBeNull();
    const preview = page.root.querySelector('.preview-side')?.textContent;
    expect(preview).toContain('Rasa: manis');
    expect(preview).not.toContain('Bahan:');
    const undo = [...page.root.querySelectorAll('button')].find((it) => it.textContent === 'Urungkan');
    await act(() => undo?.click());
    expect(page.root.querySelector<HTMLInputElement>('#field-name')?.value).toBe('');
    expect(usual()).not.toBeNull();
    const line = page.root.querySelector<HTMLTextAreaElement>('#quick-line');
    await act(() => {
      if (line !== null) line.value = 'sapu';
      line?.dispatchEvent(new Event('input', { bubbles: true }));
    });
    expect(usual()).toBeNull();
  });

  it('keeps the story of usual goods under their name alone', async () => {
    const form = { name: 'Gula semut', unit: 'bungkus', category: 'makanan', description: 'Rasa: manis' };
    deps.state.usual = [{ title: 'Gula semut', form }];
    await open();
    await act(() => page.root.querySelector<HTMLButtonElement>('.usual button')?.click());
    const field = (name: string) => page.root.querySelector<HTMLInputElement>(`#field-${name}`);
    const named = (words: string) =>
      act(() => {
        const name = field('name');
        if (name !== null) name.value = words;
        name?.dispatchEvent(new Event('input', { bubbles: true }));
        name?.dispatchEvent(new FocusEvent('blur'));
      });
    await named('Gula semut jahe');
    expect(field('description')?.value).toBe('Rasa: manis');
    await named('Tempe benguk');
    expect(field('description')?.value).toBe('');
  });

  it('says no unit in its preview before one was chosen', async () => {
    await open();
    const price = page.root.querySelector<HTMLInputElement>('#field-price');
    await act(() => {
      if (price !== null) price.value = '25rb';
      price?.dispatchEvent(new Event('input', { bubbles: true }));
    });
    const preview = page.root.querySelector('.preview-side');
    expect(preview?.textContent).toContain('Rp25.000');
    expect(preview?.textContent).not.toContain('biji');
  });

  it('says in words that the extension is gone, and what is safe', async () => {
    await open();
    runtime.id = undefined;
    await soon(() => expect(page.root.textContent).toContain('Dodolan dimatikan atau baru diperbarui'));
    expect(page.root.textContent).toContain('Yang sudah tersimpan aman');
  });
});

describe('the success', () => {
  async function done(onForm = vi.fn()) {
    const draft = await open();
    page.close();
    deps.state.listings = [{ ...LISTING, id: draft.id }];
    page = mount(
      <BackgroundContext.Provider value={deps.background}>
        <Sending draft={draft} row={null} onForm={onForm} />
      </BackgroundContext.Provider>,
    );
    await soon(() => expect(page.root.querySelector('.done a[href*="wa.me"]')).not.toBeNull());
    return onForm;
  }

  it('takes the focus, which was on a button that is gone', async () => {
    await done();
    expect(document.activeElement?.textContent).toBe('Berhasil');
  });

  it('shares the name with the price, as the popup does', async () => {
    await done();
    const link = page.root.querySelector<HTMLAnchorElement>('a[href*="wa.me"]')?.href ?? '';
    expect(new URL(link).searchParams.get('text')).toBe('*Gula semut*\nRp25.000/bungkus\nhttps://pasar.example/p/gula');
  });

  it('goes on with an empty product', async () => {
    const onForm = await done();
    const button = [...page.root.querySelectorAll('button')].find((one) => one.textContent === 'Jual produk lain');
    act(() => button?.click());
    expect(onForm).toHaveBeenCalledWith('new');
  });
});
