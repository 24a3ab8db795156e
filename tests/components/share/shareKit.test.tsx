// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { button, click, createWorld, soon, VILLAGE, type World } from '#tests/components/mountPage.tsx';
import { idOf, NOW, VILLAGE_KEY } from '#tests/utils/inquiries/make.ts';
import { blankListing } from '#utils/listings/sync.ts';
import { learnVillage } from '#utils/villages/learn.ts';

const { ShareButton } = await import('#components/share/ShareButton.tsx');

const ID = idOf('gula');
const INPUT = {
  rev: 1,
  name: 'Gula semut',
  price: 25_000,
  unit: 'bungkus',
  packSize: { amount: 250, measure: 'gram' },
  availability: 'ada',
  stock: null,
  category: 'makanan',
  description: '',
  photos: ['a'.repeat(64)],
  producer: { name: 'Bu Siti', phone: '+6281234567890', consent: true },
  flagship: false,
  terms: '',
  floor: null,
  siteUrl: null,
  state: 'live',
} as const;

let world: World;
let root: HTMLElement;

interface Over {
  url?: string | null;
  state?: 'live' | 'withdrawn';
  hidden?: string;
  serverRev?: number;
  status?: 'waiting';
}

async function open(over: Over = {}) {
  const { url = `https://pasar.example/p/gula-semut-${ID}`, state = 'live', hidden = null, serverRev = 1 } = over;
  world = await createWorld();
  await world.connect();
  const profile = { photo: null, about: null, hours: null, head: null, place: null };
  await learnVillage(world.db, VILLAGE_KEY, { ...VILLAGE, profile, ...(over.status && { status: over.status }) });
  const input = { ...INPUT, photos: [...INPUT.photos], state };
  const listing = {
    ...blankListing(ID, input, NOW, VILLAGE_KEY),
    url,
    shortUrl: `https://pasar.example/p/${ID}`,
    hidden,
    serverRev,
  };
  await world.db.change(['listings'], (tx) => tx.put('listings', listing));
  root = world.draw(<ShareButton id={ID} />).root;
  await click(button(root, 'Teks dan gambar untuk dibagikan'));
}
const text = () => root.querySelector('textarea')?.value ?? '';

describe('the share kit', () => {
  beforeEach(() => vi.unstubAllGlobals());

  it('reads nothing before it is opened', async () => {
    await open();
    await soon(() => expect(text()).toContain('Gula semut'));
    expect(world.asked.filter((name) => name === 'share/read')).toHaveLength(1);
  });

  it('has a text for each network and language, with the lasting address and no number', async () => {
    await open();
    await soon(() => expect(text()).toContain(`https://pasar.example/p/${ID}`));
    expect(text()).toContain('Rp25.000/bungkus (250 g)');
    expect(text()).toContain('Desa Dagan');
    expect(root.innerHTML).not.toMatch(/8123/);
    await click(root.querySelector('button[value="instagram"]'));
    await soon(() => expect(text()).toContain('#desadagan'));
    await click(root.querySelector('button[value="en"]'));
    await soon(() => expect(text()).toContain('Want to ask or bargain?'));
  });

  it('copies, and says when the browser refuses', async () => {
    await open();
    await soon(() => expect(text()).not.toBe(''));
    const writeText = vi.fn(async () => undefined);
    vi.stubGlobal('navigator', Object.assign(Object.create(navigator), { clipboard: { writeText } }));
    await click(button(root, 'Salin teks'));
    await soon(() => expect(button(root, 'Tersalin')).toBeTruthy());
    expect(writeText).toHaveBeenCalledWith(text());
  });

  it('says what to do where the browser cannot draw', async () => {
    await open();
    await soon(() => expect(text()).not.toBe(''));
    await click(button(root, 'Gambar status'));
    await soon(() => expect(root.textContent).toContain('Gambar tidak bisa dibuat di browser ini'));
  });

  it.each<[Over, string]>([
    [{ url: null }, 'belum tayang di pasar'],
    [{ state: 'withdrawn' }, 'belum tayang di pasar'],
    [{ hidden: 'Izin belum ada' }, 'disembunyikan pengelola pasar'],
    [{ status: 'waiting' }, 'Desa ini belum tampil di pasar'],
    [{ serverRev: 0 }, 'Perubahan terakhir belum sampai'],
  ])('says why there is nothing to share: %o', async (over, said) => {
    await open(over);
    await soon(() => expect(root.textContent).toContain(said));
    expect(root.querySelector('textarea')).toBe(null);
  });
});
