// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import * as saving from '#components/ui/saveText.ts';
import type { ListingInput } from '#contract';
import { button, click, createWorld, soon, speak, type, VILLAGE, type World } from '#tests/components/mountPage.tsx';
import { blankListing } from '#utils/listings/sync.ts';
import { listMakers } from '#utils/makers/book.ts';
import type { StoredMaker } from '#utils/model/maker.ts';

const { MakersSection } = await import('#components/options/MakersSection.tsx');

const KEY = `https://pasar.example ${VILLAGE.id}`;
const DAY = Date.parse('2025-11-26T05:00:00Z');
const maker = (name: string, phone: string, more: Partial<StoredMaker> = {}): StoredMaker => ({
  id: name.toLowerCase().replace(/\W/g, '').padEnd(16, '0'),
  village: KEY,
  name,
  phone,
  consentAt: DAY,
  consentDevice: 'Laptop kantor',
  withdrawnAt: null,
  rev: 1,
  serverRev: 1,
  updatedAt: DAY,
  ...more,
});
const SITI = maker('Bu Siti', '+6281200000001');
const SIGIT = maker('Pak Sigit', '+6281200000002', { updatedAt: DAY - 1 });

let world: World;
let page: ReturnType<World['draw']>;
beforeEach(async () => {
  world = await createWorld();
  await world.connect();
});

const text = () => page.root.textContent ?? '';
const book = () => listMakers(world.db, KEY);
const field = (id: string) => page.root.querySelector<HTMLInputElement>(`[id="${id}"]`) ?? expect.fail(id);

async function open(...makers: StoredMaker[]) {
  await world.db.change(['makers'], async (tx) => {
    for (const row of makers) await tx.put('makers', row);
  });
  page = world.draw(<MakersSection />);
  await soon(() => expect(text()).toContain('Nama dan nomor desa'));
}

async function sells(name: string, producer = SITI) {
  const id = name.toLowerCase().padEnd(16, '0');
  const input: ListingInput = {
    rev: 1,
    name,
    price: 25_000,
    unit: 'kg',
    packSize: null,
    availability: 'ada',
    stock: null,
    category: 'makanan',
    description: '',
    photos: ['a'.repeat(64)],
    producer: { name: producer.name, phone: producer.phone, consent: true },
    flagship: false,
    terms: '',
    floor: null,
    siteUrl: null,
    state: 'live',
  };
  await world.db.change(['listings'], (tx) =>
    tx.put('listings', { ...blankListing(id, input, DAY, KEY), serverRev: 1 }),
  );
}

const change = (name: string) =>
  click(page.root.querySelector(`button[aria-label="Ubah ${name}"]`) ?? expect.fail(`no ${name}`));

describe('the address book in the options', () => {
  it('shows who agreed, when and on which device, with the number of products', async () => {
    await sells('gula');
    const wati = maker('Bu Wati', '+6281200000004', { consentDevice: 'Titip jual', updatedAt: -1 });
    await open(SITI, maker('Bu Sri', '+6281200000003', { withdrawnAt: DAY + 1, updatedAt: 0 }), wati);
    const [first, second, third] = [...page.root.querySelectorAll('.rows > li')].map((row) => row.textContent);
    expect(first).toContain('Bu Siti 0812-0000-0001');
    expect(first).toContain('setuju 26 Nov 2025, dicatat di Laptop kantor · 1 produk tayang');
    expect(second).toContain('tidak setuju lagi');
    expect(third).toContain('setuju sendiri lewat Titip jual, 26 Nov 2025');
    expect(second).toContain('menarik persetujuannya 26 Nov 2025');
  });

  it('a new name is kept at once, a new number only with the tick', async () => {
    await open(SITI);
    change('Bu Siti');
    type(field('maker-+6281200000001-name'), 'Bu Siti Aminah');
    type(field('maker-+6281200000001-phone'), '0812 0000 0009');
    click(button(page.root, 'Simpan'));
    await soon(() => expect(text()).toContain('Tanyakan dulu kepada pembuatnya'));
    expect(document.activeElement?.id).toBe('maker-+6281200000001-consent');
    click(field('maker-+6281200000001-consent'));
    click(button(page.root, 'Simpan'));
    await soon(async () => expect(await book()).toMatchObject([{ name: 'Bu Siti Aminah', phone: '+6281200000009' }]));
    await soon(() => expect(text()).toContain('belum terkirim'));
  });

  it('a wrong number and a number in the name are told at their fields', async () => {
    await open(SITI);
    change('Bu Siti');
    type(field('maker-+6281200000001-name'), 'Siti 0812-0000-0001');
    type(field('maker-+6281200000001-phone'), '12');
    click(button(page.root, 'Simpan'));
    await soon(() => expect(text()).toContain('Nomornya belum terbaca'));
    expect(text()).toContain('Nomor HP jangan ditulis di nama');
  });

  it('two are made one after it was said what becomes of them', async () => {
    await sells('gula');
    await open(SITI, SIGIT);
    change('Bu Siti');
    const select = page.root.querySelector('select') ?? expect.fail('no select');
    select.value = '0';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await soon(() => expect(text()).toContain('Semua produk Bu Siti dijual atas nama Pak Sigit.'));
    click(button(page.root, 'Gabungkan'));
    await soon(async () => expect(await book()).toMatchObject([{ name: 'Pak Sigit', products: 1 }]));
  });

  it('a consent is withdrawn in two steps, which say what becomes of the products, and how many are owed', async () => {
    await sells('gula');
    await sells('kopi');
    await open(SITI);
    change('Bu Siti');
    click(button(page.root, 'Tarik persetujuan'));
    expect(text()).toContain('2 produknya ditarik dari pasar');
    expect((await book())[0]?.consent).toBe('given');
    click(button(page.root, 'Ya, tarik persetujuan'));
    await soon(() => expect(text()).toContain('2 produknya masih menunggu dikirim'));
    expect(text()).toContain('0 produk tayang');
  });

  it('with a number of the village the products go on in its name, and a maker may be deleted', async () => {
    await sells('gula');
    await open(SITI);
    change('Bu Siti');
    await soon(() => expect(text()).toContain('Belum bisa dihapus'));
    click(button(page.root, /^Isi$/));
    type(field('contact-phone'), '0819 9999 9999');
    click(button(page.root, 'Simpan'));
    await soon(() => button(page.root, 'Hapus dari daftar'));
    click(button(page.root, 'Hapus dari daftar'));
    expect(text()).toContain('1 produknya menjadi atas nama Desa Dagan, 0819-9999-9999.');
    click(button(page.root, 'Ya, hapus'));
    await soon(async () => expect(await book()).toMatchObject([{ name: 'Desa Dagan', isVillage: true, products: 1 }]));
  });

  it('is saved to the device as a table and for programs', async () => {
    const saved = vi.spyOn(saving, 'saveText').mockReturnValue();
    await open({ ...SITI, name: '=Bu Siti' });
    click(button(page.root, 'Simpan sebagai CSV'));
    click(button(page.root, 'Simpan sebagai JSON'));
    expect(saved.mock.calls[0]).toEqual([
      'pembuat-dagan.csv',
      expect.stringContaining("'=Bu Siti,0812-0000-0001,2025-11-26T05:00:00.000Z,Laptop kantor,,0"),
      'text/csv',
    ]);
    expect(JSON.parse(saved.mock.calls[1]?.[1] ?? '')).toMatchObject({ makers: [{ phone: '+6281200000001' }] });
    saved.mockRestore();
  });

  it('many are looked through by name or number', async () => {
    await open(...Array.from({ length: 9 }, (_, n) => maker(`Bu Nomor ${n}`, `+628120000001${n}`)), SITI);
    type(field(`makers-sought-${KEY}`), 'siti');
    expect([...page.root.querySelectorAll('.rows > li')]).toHaveLength(1);
    type(field(`makers-sought-${KEY}`), 'zzz');
    expect(text()).toContain('Tidak ada yang cocok.');
  });

  it('speaks English too, and is not there before a village is', async () => {
    await speak('en');
    await open(SITI).catch(() => undefined);
    await soon(() => expect(text()).toContain('agreed 26 Nov 2025, noted on Laptop kantor'));
    const empty = await createWorld();
    expect(empty.draw(<MakersSection />).root.textContent).toBe('');
    await speak('id');
  });
});
