// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Version } from '#tests/cms/doubles/opensid/state.ts';
import { type OpensidDouble, startOpensid } from '#tests/cms/doubles/opensid.ts';
import { opensidDriver } from '#utils/cms/opensid/driver.ts';
import type { DriverContext } from '#utils/cms/types.ts';
import { openTab } from './browser.ts';

const driver = opensidDriver(async (blob) => blob);
const VERSIONS: Version[] = [2410, 2603];
let double: OpensidDouble;
afterEach(() => double.close());

const as = async (role: string): Promise<DriverContext> => (await openTab(double.base, role)).open('beranda');
const make = (context: DriverContext) => driver.productsPage?.(context);
const url = () => `${double.base}artikel/kategori/produk-desa`;

describe.each(VERSIONS)('OpenSID %s', (version) => {
  beforeEach(async () => {
    double = await startOpensid({ version });
  });

  test('one click makes the category and a menu entry that leads to it', async () => {
    expect(await make(await as('admin'))).toEqual({ url: url(), state: 'made' });
    expect(double.state.categories.map(({ kategori }) => kategori)).toContain('Produk Desa');
    expect(double.state.menu).toMatchObject([
      { nama: 'Produk Desa', link: 'kategori/produk-desa', link_tipe: 8, enabled: 1 },
    ]);
  });

  test('pressed again, twice at once, or after the village renamed it: it is the one that is there', async () => {
    const context = await as('operator');
    await Promise.all([make(context), make(context)]);
    const [entry] = double.state.menu;
    if (entry) entry.nama = 'Belanja & Jajan';
    expect(await make(context)).toEqual({ url: url(), state: 'there' });
    expect(double.state.menu).toHaveLength(1);
  });

  test('an entry that somebody hid is shown again by whom the site lets, and refused to the others', async () => {
    await make(await as('admin'));
    const [entry] = double.state.menu;
    if (!entry) throw new Error('no entry');
    entry.enabled = 0;
    await expect(make(await as('operator'))).rejects.toMatchObject({ code: 'no_permission' });
    expect(entry.enabled).toBe(0);
    const admin = await as('admin');
    expect(await make(admin)).toEqual({ url: url(), state: 'made' });
    for (let press = 0; press < 3; press += 1) expect(await make(admin)).toEqual({ url: url(), state: 'there' });
    expect(entry.enabled).toBe(1);
  });

  test('of two entries, one that is shown is the one that is there', async () => {
    const admin = await as('admin');
    await make(admin);
    const [entry] = double.state.menu;
    if (!entry) throw new Error('no entry');
    double.state.menu.unshift({ ...entry, id: 77, enabled: 0 });
    expect(await make(admin)).toEqual({ url: url(), state: 'there' });
    expect(double.state.menu.map(({ enabled }) => enabled)).toEqual([0, 1]);
  });

  test.each([0, 1] as const)('an entry whose state cannot be read is not switched (it is %s)', async (enabled) => {
    await make(await as('admin'));
    const [entry] = double.state.menu;
    if (!entry) throw new Error('no entry');
    entry.enabled = enabled;
    double.state.options.unknownStates = true;
    const admin = await as('admin');
    for (let press = 0; press < 2; press += 1)
      await expect(make(admin)).rejects.toMatchObject({ code: 'markup_changed' });
    expect(double.state.menu).toMatchObject([{ enabled }]);
  });

  test('a role without the menu is told so, and nothing is made', async () => {
    await expect(make(await as('kontributor'))).rejects.toMatchObject({ code: 'no_permission' });
    expect(double.state.menu).toEqual([]);
  });

  test('a server that dies after writing has still made only one', async () => {
    const context = await as('admin');
    await make(context);
    double.state.menu.length = 0;
    double.state.options.dieAfterWrite = 1;
    await make(context);
    expect(double.state.menu).toHaveLength(1);
  });

  test('a session that ended makes nothing', async () => {
    const context = await as('admin');
    double.state.sessions.clear();
    await expect(make(context)).rejects.toMatchObject({ code: 'signed_out' });
    expect(double.state.menu).toEqual([]);
  });
});
