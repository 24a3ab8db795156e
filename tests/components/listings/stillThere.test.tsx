// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { button, click, createWorld, soon } from '#tests/components/mountPage.tsx';
import { idOf, VILLAGE_KEY } from '#tests/utils/inquiries/make.ts';
import { ListingView } from '#utils/model/views.ts';

const { StillThere } = await import('#components/listings/StillThere.tsx');

/** 10 in the morning in Java; 60 days before this it was 28 September. */
const NOW = Date.parse('2026-11-27T03:00:00.000Z');
/** The first moment of the 60th day before, in Java, and the last before the 59th. */
const DAY_60 = Date.parse('2026-09-27T17:00:00.000Z');

function listing(name: string, over: Partial<ListingView> = {}): ListingView {
  return ListingView.parse({
    id: idOf(name),
    village: VILLAGE_KEY,
    name,
    price: 25_000,
    unit: 'bungkus',
    availability: 'ada',
    stock: null,
    thumbnail: null,
    state: 'live',
    row: null,
    url: null,
    postUrl: null,
    postPending: false,
    updatedAt: 0,
    ...over,
  });
}

async function draw(...views: ListingView[]) {
  const actions = { stillThere: vi.fn(), setAvailability: vi.fn(), edit: vi.fn() };
  const world = await createWorld();
  const { root } = world.draw(<StillThere listings={views} actions={actions} onAnswered={() => undefined} />);
  return { root, actions };
}

describe('products that nobody has touched for long', () => {
  beforeEach(() => vi.spyOn(Date, 'now').mockReturnValue(NOW));
  afterEach(() => vi.restoreAllMocks());

  it('are asked about from the 60th day of the calendar on, in one row', async () => {
    const old = [listing('gula', { checkedAt: DAY_60 }), listing('kopi', { checkedAt: DAY_60 + 86_399_999 })];
    const { root } = await draw(...old, listing('sapu', { checkedAt: DAY_60 + 86_400_000 }), listing('batik'));
    expect(root.textContent).toContain('Masih ada? 2 produk');
    expect(root.querySelectorAll('section')).toHaveLength(1);
  });

  it('are not asked about before', async () => {
    const { root } = await draw(listing('sapu', { checkedAt: DAY_60 + 86_400_000 }), listing('batik'));
    expect(root.textContent).toBe('');
  });

  it('are all there with one press', async () => {
    const { root, actions } = await draw(listing('gula', { checkedAt: 0 }), listing('kopi', { checkedAt: DAY_60 }));
    click(button(root, 'Ya, semua masih ada'));
    expect(actions.stillThere.mock.calls).toEqual([[[idOf('gula'), idOf('kopi')]]]);
  });

  it('are answered one by one: still there, sold out, changed', async () => {
    const views = [listing('gula', { checkedAt: DAY_60 }), listing('kopi', { checkedAt: DAY_60 })];
    const { root, actions } = await draw(...views);
    expect(root.querySelectorAll('li')).toHaveLength(0);
    await click(button(root, 'Lihat satu per satu'));
    await soon(() => expect(root.querySelectorAll('li')).toHaveLength(2));
    const [gula, kopi] = root.querySelectorAll<HTMLElement>('li');
    if (!gula || !kopi) throw new Error('two rows');
    expect(gula.textContent).toContain('Terakhir dicek 28 September 2026');
    click(button(gula, 'Masih ada'));
    click(button(kopi, 'Habis'));
    click(button(kopi, 'Ubah'));
    expect(actions.stillThere).toHaveBeenCalledWith([idOf('gula')]);
    expect(actions.setAvailability).toHaveBeenCalledWith(views[1], 'habis');
    expect(actions.edit).toHaveBeenCalledWith(idOf('kopi'));
  });

  it('what the marketplace has still to hear is said', async () => {
    const { root } = await draw(listing('gula', { checkedAt: NOW, checkOwed: true }));
    expect(root.querySelector('[role=status]')?.textContent).toContain('1 produk tercatat masih ada');
    expect(root.querySelector('section')).toBeNull();
  });
});
