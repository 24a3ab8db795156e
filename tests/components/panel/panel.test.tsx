// @vitest-environment jsdom

import { act } from 'preact/test-utils';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { BackgroundContext } from '#components/background/context.ts';
import { Panel } from '#components/panel/Panel.tsx';
import { type Mounted, mount } from '#tests/support/mount.ts';
import { soon } from '#tests/support/soon.ts';
import type { FieldIssue } from '#utils/model/draft.ts';
import { testBackground } from './background.ts';
import { readCodes } from './codes.ts';
import { useWords } from './words.ts';

// This stands before anything that reads `browser`, because there is none outside an extension.
vi.hoisted(() => {
  const never = { addListener: () => undefined, removeListener: () => undefined };
  const tabs = { getCurrent: async () => ({ id: 1 }), onActivated: never, onUpdated: never, onRemoved: never };
  Object.assign(globalThis, { chrome: { runtime: { id: 'test', getURL: (path: string) => path }, tabs } });
});

/** Everything is in sight. */
class AllSeen {
  constructor(
    private readonly tell: (entries: { target: Element; isIntersecting: true; intersectionRatio: 1 }[]) => void,
  ) {}
  observe(target: Element) {
    this.tell([{ target, isIntersecting: true, intersectionRatio: 1 }]);
  }
  disconnect() {}
}

let deps: ReturnType<typeof testBackground>;
let page: Mounted;

beforeAll(readCodes, 60_000);
beforeEach(async () => {
  Object.assign(globalThis, { IntersectionObserver: AllSeen });
  Element.prototype.scrollIntoView = () => undefined;
  await useWords('panel', 'issues', 'reasons');
  deps = testBackground();
});

async function open(listingId: string | null = null): Promise<void> {
  const first = deps.background.send('panel/open', { listingId });
  await first;
  page = mount(
    <BackgroundContext.Provider value={deps.background}>
      <Panel first={first} listingId={listingId} />
    </BackgroundContext.Provider>,
  );
  await soon(() => field('name'));
}

function field(name: string): HTMLInputElement {
  const element = page.root.querySelector<HTMLInputElement>(`#field-${name}`);
  if (element === null) throw new Error(`no field ${name}`);
  return element;
}

async function type(control: HTMLInputElement | HTMLTextAreaElement, text: string): Promise<void> {
  await act(() => {
    control.value = text;
    control.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

const leave = (control: HTMLElement) => act(() => void control.dispatchEvent(new FocusEvent('blur')));
const message = (name: string) => page.root.querySelector(`#field-${name}-error`)?.textContent ?? '';
const drafts = () => deps.db.read(['drafts'], (tx) => tx.all('drafts'));
const press = (text: string) =>
  act(
    () => void [...page.root.querySelectorAll('button')].find((button) => button.textContent?.includes(text))?.click(),
  );

describe('the panel', () => {
  it('has saved what was typed when it ends in the same moment, without a word of it, and shows it again', async () => {
    await open();
    await type(field('name'), 'Gula semut');
    page.close();
    await soon(async () => expect((await drafts()).map(({ form }) => form.name)).toEqual(['Gula semut']));
    await open();
    expect(field('name').value).toBe('Gula semut');
  });

  it('keeps what is typed while the background is away', async () => {
    await open();
    deps.state.asleep = true;
    await type(field('name'), 'Gula semut');
    await soon(() => expect(page.root.textContent).toContain('Belum tersimpan'));
    deps.state.asleep = false;
    await soon(async () => expect((await drafts())[0]?.form.name).toBe('Gula semut'));
    expect(field('name').value).toBe('Gula semut');
  });

  it('says what is wrong with a field when it is left, not while it is passed through empty', async () => {
    await open();
    await leave(field('producerPhone'));
    expect(message('producerPhone')).toBe('');
    await type(field('producerPhone'), '0812');
    expect(message('producerPhone')).toBe('');
    await leave(field('producerPhone'));
    expect(message('producerPhone')).toContain('0812-3456-7890');
    expect(field('producerPhone').getAttribute('aria-invalid')).toBe('true');
    expect(field('producerPhone').getAttribute('aria-describedby')).toContain('field-producerPhone-error');
  });

  it('reads the unit that is said with the price, and chooses a written one that the list has', async () => {
    await open();
    await type(field('price'), '85rb/ekor');
    await leave(field('price'));
    await soon(() => expect([field('price').value, field('unitWord').value]).toEqual(['85rb', 'ekor']));
    await type(field('unitWord'), 'kilo');
    await leave(field('unitWord'));
    await soon(() => expect(field('unit').value).toBe('kg'));
    expect(page.root.querySelector('#field-unitWord')).toBeNull();
  });

  it('goes to the first bad field when it cannot be published, and loses nothing', async () => {
    await open();
    await type(field('name'), 'Gula semut');
    // A press right after the opening is held back, and a person presses again.
    await soon(async () => {
      await press('Terbitkan');
      expect(document.activeElement?.closest('#field-photos')).not.toBeNull();
    });
    expect(message('price')).not.toBe('');
    expect(field('name').value).toBe('Gula semut');
  });

  it('asks nobody to press twice for what goes nowhere yet', async () => {
    await open();
    await type(field('name'), 'Gula semut');
    const said: string[] = [];
    await soon(async () => {
      const button = page.root.querySelector('.publish-button button');
      // A mouse that nobody saw moving.
      await act(() => void button?.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 1 })));
      said.push(page.root.querySelector('.publish-why')?.textContent ?? '');
      expect(document.activeElement?.closest('#field-photos')).not.toBeNull();
    });
    expect(said.join()).not.toContain('sekali lagi');
  });

  it("shows the marketplace's word at its field until that field is changed", async () => {
    await open();
    await type(field('name'), 'Gula semut');
    page.close();
    const issues: FieldIssue[] = [
      { path: 'name', code: 'text_hidden_characters' },
      { path: 'producer.phone', code: 'phone_malformed' },
    ];
    // A save that is still on its way would write over what the marketplace says.
    await soon(async () => expect([deps.state.pending, (await drafts()).length]).toEqual([0, 1]));
    const [draft] = await drafts();
    if (draft) await deps.db.change(['drafts'], (tx) => tx.put('drafts', { ...draft, issues }));
    await open();
    expect([message('name'), message('producerPhone')].every(Boolean)).toBe(true);
    await soon(() => expect(document.activeElement).toBe(field('name')));
    await type(field('name'), 'Gula semut asli');
    expect(message('name')).toBe('');
    expect(message('producerPhone')).not.toBe('');
  });

  it('starts from the open article and takes it back with one press, except what was changed since', async () => {
    deps.state.article = { title: 'Panen gula', text: 'Dagan panen lagi.', images: [] };
    await open();
    await soon(() => expect(field('name').value).toBe('Panen gula'));
    await type(field('description'), 'Tulisan saya.');
    await press('Urungkan');
    expect([field('name').value, field('description').value]).toEqual(['', 'Tulisan saya.']);
  });

  it('starts from the shop’s open product with its price and stock, called a product; undone, it is none of ours', async () => {
    const product = { sourceId: '7', price: 25_000, stock: 12 };
    deps.state.article = { title: 'Gula semut', text: 'Promo 10rb!', images: [], product };
    await open();
    await soon(() => expect(field('name').value).toBe('Gula semut'));
    expect([field('price').value, field('stock').value]).toEqual(['25.000', '12']);
    expect(page.root.textContent).toContain('Diisi dari produk toko “Gula semut”');
    expect(page.root.textContent).toContain('Di produk toko ini');
    expect(page.root.textContent).not.toContain('Di artikel ini');
    const [told] = deps.state.taken;
    expect(told).toEqual({ sourceId: '7', listingId: expect.any(String) });
    await press('Urungkan');
    expect([field('name').value, field('price').value, field('stock').value]).toEqual(['', '', '']);
    expect(page.root.textContent).toContain('Ambil dari produk toko “Gula semut”');
    expect(deps.state.taken.at(-1)).toEqual({ sourceId: '7', listingId: null });
  });

  it('takes no price out of the words of a product that the shop has none for', async () => {
    const product = { sourceId: '7', price: null, stock: null };
    deps.state.article = { title: 'Gula semut', text: 'Harga 10rb', images: [], product };
    await open();
    await soon(() => expect(field('name').value).toBe('Gula semut'));
    expect([field('price').value, field('stock').value]).toEqual(['', '']);
  });

  it('fills the form from the quick line, and clearing the line gives it back', async () => {
    await open();
    await type(field('producerName'), 'Bu Siti');
    const line = page.root.querySelector<HTMLTextAreaElement>('#quick-line');
    if (line) await type(line, 'Gula semut 250gr 25rb/bungkus stok 40');
    expect([field('name').value, field('price').value, field('stock').value]).toEqual(['Gula semut', '25rb', '40']);
    expect(page.root.textContent).toContain('Rp25.000/bungkus (250 g) = Rp10.000/ons');
    await press('Hapus baris');
    expect([field('name').value, field('price').value, field('stock').value]).toEqual(['', '', '']);
    expect(field('producerName').value).toBe('Bu Siti');
  });

  const quickLine = () => page.root.querySelector<HTMLTextAreaElement>('#quick-line') as HTMLTextAreaElement;

  it('asks which of two prices of the line is meant; the press writes it with what it is for', async () => {
    await open();
    await type(quickLine(), 'Keripik normal 30rb/bungkus promo 25rb/bungkus');
    expect(field('price').value).toBe('');
    await press('Rp25.000 / bungkus');
    expect([field('name').value, field('price').value, field('unit').value]).toEqual(['Keripik', '25.000', 'bungkus']);
    expect(page.root.querySelector('.quick-asks')).toBeNull();
  });

  it('does not publish before what the line left open is answered, and takes "Abaikan" for an answer', async () => {
    await open();
    await type(quickLine(), 'Keripik 10rb 0812-3456-7890 a.n. Siti 2');
    const why = () => page.root.querySelector('.publish-why')?.textContent;
    const pressed = (then: () => void) =>
      soon(async () => {
        await press('Terbitkan');
        then();
      });
    await pressed(() => expect(why()).toContain('belum jelas'));
    expect(document.activeElement?.closest('.quick-asks')).not.toBeNull();
    await press('Abaikan');
    await pressed(() => expect(why()).toContain('perlu dilengkapi'));
  });

  it('has the line, its questions and its way back in a panel that is opened again', async () => {
    await open();
    await type(quickLine(), 'Keripik 25-30rb stok 4');
    await soon(() => expect(page.root.textContent).toContain('Tersimpan'));
    page.close();
    await open();
    expect(quickLine().value).toBe('Keripik 25-30rb stok 4');
    await press('Rp30.000');
    await press('Hapus baris');
    // The price was chosen by a person, so it stays.
    expect([field('name').value, field('stock').value, field('price').value]).toEqual(['', '', '30.000']);
  });

  it('takes a copied contact’s blanks, hyphens and turning marks out of every field', async () => {
    await open();
    await type(field('producerPhone'), '\u202a+62\u00a0812\u20113456\u20117890\u202c');
    expect(field('producerPhone').value).toBe('+62 812-3456-7890');
    await type(quickLine(), 'Gula\u00a0semut 25rb wa \u202a0812\u20113456\u20117890\u202c');
    expect(quickLine().value).toBe('Gula semut 25rb wa 0812-3456-7890');
  });

  it('asks what an ambiguous price means, and takes the answer', async () => {
    await open();
    await type(field('price'), '1.5');
    await press('Rp1.500.000');
    expect(field('price').value).toBe('1.500.000');
  });
});
