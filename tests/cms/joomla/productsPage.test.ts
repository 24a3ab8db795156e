// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { reading } from '#tests/cms/browser.ts';
import type { MenuItem, Options } from '#tests/cms/doubles/joomla/state.ts';
import { type JoomlaDouble, startJoomla } from '#tests/cms/doubles/joomla.ts';
import { atEveryRequest, diesAfter, faultAt, silent } from '#tests/cms/suite/faults.ts';
import { newPost } from '#tests/cms/suite/fixtures.ts';
import { joomlaDriver } from '#utils/cms/joomla/driver.ts';
import type { DriverContext } from '#utils/cms/types.ts';
import { contextOn, joomlaTarget, signedIn } from './site.ts';

const driver = joomlaDriver(async (blob) => blob);
const target = joomlaTarget('posts only', () => Promise.reject(new Error('not started here')));
let double: JoomlaDouble;
const start = async (options: Partial<Options>) => {
  double = await startJoomla(options);
};
afterEach(() => double.close());

const as = async (role: string, query = 'option=com_content'): Promise<DriverContext> =>
  contextOn(await signedIn(double.url, role, 'x'), double.url, query);
const make = (context: DriverContext) => driver.productsPage?.(context);
const entries = () => double.state.items.filter(({ link }) => link.includes('view=category'));
const entry = (): MenuItem => {
  const [only, ...more] = entries();
  if (only === undefined || more.length > 0) throw new Error(`${more.length} entries too many, or none`);
  return only;
};
const categories = () => [...double.state.categories].filter(([, title]) => title === 'Produk Desa');
const url = () =>
  `${double.url}/index.php?option=com_content&view=category&layout=blog&id=${categories()[0]?.[0]}&Itemid=${entry().id}`;
const locks = () => [
  ...double.state.items.filter(({ checkedOut }) => checkedOut !== 0).map(({ id }) => id),
  ...double.state.lockedCategories,
];

const KINDS: Pick<Options, 'version' | 'prefix'>[] = [
  { version: 3, prefix: '' },
  { version: 5, prefix: '/desa' },
];
describe.each(KINDS)('the products page on Joomla $version', (options) => {
  beforeEach(() => start(options));

  test('one press makes the category and an entry in the menu of the start page; nothing stays locked', async () => {
    expect(await make(await as('admin'))).toEqual({ url: url(), state: 'made' });
    expect(entry()).toMatchObject({
      ...{ menu: 'mainmenu', title: 'Produk Desa', alias: 'produk-desa', published: 1 },
      link: `index.php?option=com_content&view=category&layout=blog&id=${categories()[0]?.[0]}`,
    });
    expect(locks()).toEqual([]);
  });

  test('where articles have the category already, it is that one', async () => {
    await driver.save(await as('admin'), newPost(target));
    expect(await make(await as('admin'))).toEqual({ url: url(), state: 'made' });
    expect(categories()).toHaveLength(1);
  });

  test('pressed again, twice at once, or after the village renamed, moved and changed it: it is the one that is there', async () => {
    const context = await as('admin');
    await Promise.all([make(context), make(context)]);
    const changed = { title: 'Belanja & Jajan', alias: 'belanja', menu: 'bawah', note: '' };
    Object.assign(entry(), changed, { link: `${entry().link}&filter_tag[0]=3` });
    expect(await make(context)).toEqual({ url: url(), state: 'there' });
    expect(entry()).toMatchObject(changed);
    expect(locks()).toEqual([]);
  });

  test.each([0, -2])(
    'an entry in state %i is shown again under its own name and in its own place',
    async (published) => {
      await make(await as('admin'));
      Object.assign(entry(), { title: 'Belanja', menu: 'bawah', published });
      expect(await make(await as('admin'))).toEqual({ url: url(), state: 'made' });
      expect(entry()).toMatchObject({ title: 'Belanja', menu: 'bawah', published: 1 });
    },
  );

  test('an entry whose form does not tell whether it is shown is said to be unreadable, not hidden', async () => {
    await make(await as('admin'));
    const bare = reading(await as('admin'), (html) => html.replaceAll('jform[published]', 'jform[status]'));
    await expect(make(bare)).rejects.toMatchObject({ code: 'markup_changed', what: 'jform[published]' });
    expect(entry().published).toBe(1);
    expect(locks()).toEqual([]);
  });

  test('entries of other categories are not taken for it', async () => {
    await make(await as('admin'));
    const other = { ...entry(), id: 500, title: 'Berita', alias: 'berita', link: `${entry().link}7` };
    double.state.items = [...double.state.items.filter(({ home }) => home), other];
    expect((await make(await as('admin')))?.state).toBe('made');
    expect(entries()).toHaveLength(2);
  });

  test('a role without menus is told so, makes nothing, and is led to the entry that is there', async () => {
    await expect(make(await as('author'))).rejects.toMatchObject({ code: 'no_permission' });
    await expect(make(await as('manager'))).rejects.toMatchObject({ code: 'no_permission' });
    expect([entries(), categories()]).toEqual([[], []]);
    await make(await as('admin'));
    expect(await make(await as('author'))).toEqual({ url: `${double.url}/index.php/produk-desa`, state: 'there' });
    await driver.save(await as('admin'), newPost(target));
    Object.assign(entry(), { title: 'Belanja', alias: 'belanja' });
    expect(await make(await as('author'))).toEqual({ url: `${double.url}/index.php/belanja`, state: 'there' });
    entry().published = 0;
    await expect(make(await as('author'))).rejects.toMatchObject({ code: 'no_permission' });
  });

  test('a role that may not show and hide makes one that waits, once, and shows none again', async () => {
    Object.assign(double.state.menuRights.manager, { manage: true, create: true, edit: true });
    expect(await make(await as('manager'))).toEqual({ url: url(), state: 'pending' });
    await expect(make(await as('manager'))).rejects.toMatchObject({ code: 'no_permission' });
    expect([entry().published, locks()]).toEqual([0, []]);
  });

  test('a role that may only look at menus makes no second one', async () => {
    Object.assign(double.state.menuRights.manager, { manage: true, create: true });
    await make(await as('admin'));
    entry().title = 'Belanja';
    await expect(make(await as('manager'))).rejects.toMatchObject({ code: 'no_permission' });
    expect(entry().title).toBe('Belanja');
  });

  test("nobody's lock is broken: a shown entry is there all the same, a hidden one is left to who has it open", async () => {
    await make(await as('admin'));
    entry().checkedOut = 43;
    expect((await make(await as('admin')))?.state).toBe('there');
    entry().published = 0;
    await expect(make(await as('admin'))).rejects.toMatchObject({ code: 'open_in_editor' });
    expect([entry().checkedOut, entry().published]).toEqual([43, 0]);
  });

  test('an entry that is open in its form on this page stays locked to it', async () => {
    await make(await as('admin'));
    const open = await as('admin', `option=com_menus&task=item.edit&id=${entry().id}`);
    expect((await make(open))?.state).toBe('there');
    expect(locks()).toEqual([entry().id]);
  });

  test('where another entry has its address, it gets one beside it', async () => {
    double.state.items.push({ ...double.state.items[1], id: 92, alias: 'produk-desa', home: false } as MenuItem);
    expect((await make(await as('admin')))?.state).toBe('made');
    expect(entry()).toMatchObject({ title: 'Produk Desa', alias: 'katalog-produk-desa' });
    expect(locks()).toEqual([]);
  });

  test('a refusal is told in the words of Joomla and leaves nothing half made', async () => {
    double.state.trashedCategories.push('Produk Desa');
    const refused = { code: 'refused', what: expect.stringContaining('same alias') };
    await expect(make(await as('admin'))).rejects.toMatchObject(refused);
    expect([entries(), locks()]).toEqual([[], []]);
  });

  test('an entry that Joomla says it saved and did not is not claimed', async () => {
    double.state.options.losesItems = true;
    await expect(make(await as('admin'))).rejects.toMatchObject({ code: 'not_read_back' });
  });

  test("the person's own search in the list of menus stays as it was", async () => {
    const admin = await as('admin');
    const list = `${double.url}/administrator/index.php?option=com_menus&view=items`;
    await admin.fetch(`${list}&filter[search]=kontak`);
    await make(admin);
    expect(await (await admin.fetch(list)).text()).toContain('name="filter[search]" value="kontak"');
  });

  test('a page that dies, or a server that swallows a write, at any request: pressed again, it is one entry', async () => {
    const admin = await as('admin');
    const items = [...double.state.items];
    for (const fault of [diesAfter, silent({ body: '<!doctype html><p>Selamat datang', type: 'text/html' })]) {
      const requests = await atEveryRequest(async (nth) => {
        Object.assign(double.state, { items: [...items], categories: new Map([[2, 'Uncategorised']]) });
        const faulty = faultAt(admin, nth, fault);
        const claimed = await Promise.resolve(make(faulty.context)).catch(() => null);
        if (claimed) expect(entry().published).toBe(1);
        await make(admin);
        expect([entry().title, categories().length]).toEqual(['Produk Desa', 1]);
        return { hit: faulty.hit() };
      });
      expect(requests).toBeGreaterThan(5);
    }
  });

  test('a session that ended makes nothing', async () => {
    const context = await as('admin');
    double.state.sessions.clear();
    await expect(make(context)).rejects.toMatchObject({ code: 'signed_out' });
    expect([entries(), categories()]).toEqual([[], []]);
  });
});

test('on a Joomla that cannot search in addresses, a renamed entry is found by its note', async () => {
  await start({ version: 3, searchesText: false });
  await make(await as('admin'));
  Object.assign(entry(), { title: 'Belanja', alias: 'belanja' });
  expect((await make(await as('admin')))?.state).toBe('there');
  expect(entries()).toHaveLength(1);
});
