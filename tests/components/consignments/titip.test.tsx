// @vitest-environment jsdom
import '#tests/components/browser.ts';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type Query, useQuery } from '#components/background/context.ts';
import type { Undoable } from '#components/listings/useListingActions.ts';
import * as saving from '#components/ui/saveText.ts';
import { button, click, createWorld, soon, VILLAGE, type World } from '#tests/components/mountPage.tsx';
import { consignmentsOf, keepConsignments } from '#utils/consignments/consignments.ts';
import type { Output } from '#utils/messages.ts';
import type { KeptConsignment, VillageConsignments } from '#utils/model/consignment.ts';

const { Consignments } = await import('#components/consignments/Consignments.tsx');
const { TitipSection } = await import('#components/options/TitipSection.tsx');

const KEY = `https://pasar.example ${VILLAGE.id}`;
const LINK = 'https://pasar.example/titip/0123456789abcdef';
const HASH = 'a'.repeat(64);
const PHOTO = { hash: HASH, type: 'image/jpeg' as const, width: 64, height: 48, bytes: 3 };

const one = (name: string, more: Partial<KeptConsignment> = {}): KeptConsignment => ({
  id: name.toLowerCase().replace(/\W/g, '').padEnd(16, '0').slice(0, 16),
  name,
  price: 10_000,
  unit: 'bungkus',
  description: '',
  photos: [{ hash: HASH, width: 64, height: 48 }],
  maker: { name: 'Bu Siti', phone: '+6281299988877' },
  sentAt: Date.parse('2025-11-27T05:00:00Z'),
  ...more,
});

let world: World;
let page: ReturnType<World['draw']>;
beforeEach(async () => {
  world = await createWorld();
  await world.connect();
});

const text = () => page.root.textContent ?? '';
const kept = () => world.db.read(['values'], (tx) => consignmentsOf(tx, KEY));

async function keep(waiting: KeptConsignment[], more: Partial<VillageConsignments> = {}) {
  await world.db.change(['values', 'photos', 'thumbnails'], async (tx) => {
    await keepConsignments(tx, KEY, { link: LINK, waiting, owed: [], elsewhere: [], heardAt: 0, ...more });
    await tx.put('photos', { hash: HASH, photo: PHOTO, bytes: new ArrayBuffer(3), sentTo: [], keptAt: 0 });
    await tx.put('thumbnails', { hash: HASH, dataUrl: 'data:image/jpeg;base64,AAAA' });
  });
  world.backend.broadcast('consignments');
}

const taken = vi.fn();
let done: Undoable | null = null;

function List({ most = 10, onMore }: { most?: number; onMore?: () => void }) {
  const { value }: Query<Output<'consignment/list'>> = useQuery('consignment/list', {}, ['consignments']);
  const more = onMore === undefined ? {} : { onMore };
  return (
    <Consignments
      list={value}
      most={most}
      {...more}
      onTaken={taken}
      onDone={(what) => {
        done = what;
      }}
    />
  );
}

describe('what villagers have sent', () => {
  beforeEach(() => taken.mockReset());

  it('is nothing while nobody has sent anything', async () => {
    page = world.draw(<List />);
    await soon(() => expect(world.asked).toContain('consignment/list'));
    expect(text()).toBe('');
  });

  it('stands there with its picture, name, maker, price and day, and both buttons say of what they are', async () => {
    await keep([one('Keripik'), one('Wajik', { unit: null })]);
    page = world.draw(<List />);
    await soon(() => expect(text()).toContain('Titipan warga (2)'));
    const [first, second] = [...page.root.querySelectorAll('li')].map((row) => row.textContent);
    expect(first).toContain('Keripik, Bu Siti');
    expect(first).toContain('Rp10.000/bungkus · 27 Nov 2025');
    expect(second).toContain('Rp10.000 · 27 Nov 2025');
    expect(page.root.querySelector('img')?.getAttribute('src')).toContain('data:image/jpeg');
    expect(page.root.querySelector('[aria-label="Tolak titipan Wajik"]')).not.toBeNull();
    // The number is for who opens it.
    expect(text()).not.toContain('0812');
  });

  it('opened, it becomes a draft, and its form opens', async () => {
    // Without photos, because the two worlds of this test (jsdom and the database) have each their own bytes.
    await keep([one('Keripik', { photos: [] })]);
    page = world.draw(<List />);
    await soon(() => expect(text()).toContain('Keripik'));
    click(button(page.root, 'Buka'));
    await soon(() => expect(taken).toHaveBeenCalledWith('keripik000000000'));
    await soon(() => expect(text()).toBe(''));
    expect(await world.db.read(['drafts'], (tx) => tx.get('drafts', 'keripik000000000'))).toMatchObject({
      form: { name: 'Keripik', producerName: 'Bu Siti' },
    });
  });

  it('refused, it is gone at once, and the way to undo brings it back', async () => {
    await keep([one('Keripik')]);
    page = world.draw(<List />);
    await soon(() => expect(text()).toContain('Keripik'));
    click(button(page.root, 'Tolak'));
    await soon(() => expect(text()).toBe(''));
    expect(done?.text).toBe('Titipan Keripik ditolak');
    done?.undo();
    await soon(() => expect(text()).toContain('Keripik'));
    expect((await kept()).owed).toEqual([]);
  });

  it('when another device was faster, it says so', async () => {
    const gone = one('Keripik');
    await keep([gone]);
    page = world.draw(<List />);
    await soon(() => expect(text()).toContain('Keripik'));
    await world.db.change(['values'], async (tx) =>
      keepConsignments(tx, KEY, { ...(await consignmentsOf(tx, KEY)), waiting: [] }),
    );
    click(button(page.root, 'Buka'));
    await soon(() => expect(text()).toContain('sudah ditangani perangkat lain'));
    expect(taken).not.toHaveBeenCalled();
  });

  it('what another device was first with is named until it was read', async () => {
    await keep([], { elsewhere: [{ id: 'keripik000000000', name: 'Keripik' }] });
    page = world.draw(<List />);
    await soon(() => expect(text()).toContain('Pasar tidak lagi menyimpan titipan: Keripik'));
    click(button(page.root, 'Mengerti'));
    await soon(() => expect(text()).toBe(''));
  });

  it('a flood is refused by one press, and comes back by one', async () => {
    await keep(Array.from({ length: 12 }, (_, at) => one(`Iseng ${at}`)));
    page = world.draw(<List />);
    await soon(() => expect(page.root.querySelectorAll('li')).toHaveLength(10));
    click(button(page.root, 'Tolak semua titipan (12)'));
    await soon(() => expect(text()).toBe(''));
    expect(done?.text).toBe('12 titipan ditolak');
    done?.undo();
    await soon(() => expect(text()).toContain('Titipan warga (12)'));
  });

  it('shows the oldest, and leads to the rest', async () => {
    const onMore = vi.fn();
    await keep([one('Wajik', { sentAt: 2 }), one('Keripik', { sentAt: 1 }), one('Jenang', { sentAt: 3 })]);
    page = world.draw(<List most={1} onMore={onMore} />);
    await soon(() => expect(page.root.querySelectorAll('li')).toHaveLength(1));
    expect(text()).toContain('Keripik');
    click(button(page.root, 'Masih ada 2 titipan lagi'));
    expect(onMore).toHaveBeenCalledOnce();
  });
});

describe('the link in the options', () => {
  it('can be copied, shared and shown as a QR code that reads as the link', async () => {
    await keep([]);
    page = world.draw(<TitipSection />);
    await soon(() => expect(page.root.querySelector<HTMLInputElement>('input[readonly]')?.value).toBe(LINK));
    const share = button(page.root, 'Bagikan lewat WhatsApp').getAttribute('href') ?? '';
    expect(decodeURIComponent(share)).toContain(`Titip jual lewat Desa Dagan. Isi di sini, tidak perlu akun:\n${LINK}`);
    click(button(page.root, 'Tampilkan kode QR'));
    await soon(() =>
      expect(page.root.querySelector('svg[role=img]')?.getAttribute('aria-label')).toContain('Desa Dagan'),
    );
    const save = vi.spyOn(saving, 'saveText').mockImplementation(() => undefined);
    click(button(page.root, 'Simpan kode QR'));
    expect(save).toHaveBeenCalledWith('qr-titip-jual-dagan.svg', expect.stringContaining('<svg'), 'image/svg+xml');
  });

  it('is replaced only after a second press, and says when that was not possible', async () => {
    await keep([]);
    page = world.draw(<TitipSection />);
    await soon(() => expect(text()).toContain('Ganti tautan'));
    click(button(page.root, 'Ganti tautan'));
    expect(text()).toContain('langsung tidak berlaku');
    expect(world.asked).not.toContain('consignment/renew');
    click(button(page.root, 'Ya, ganti'));
    await soon(() =>
      expect(page.root.querySelector('[role=alert]')?.textContent).toContain('Pasar sedang tidak menjawab'),
    );
    expect((await kept()).link).toBe(LINK);
  });

  it('says so where the marketplace has none', async () => {
    page = world.draw(<TitipSection />);
    await soon(() => expect(text()).toContain('belum menyediakan Titip jual'));
  });
});
