// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { reading } from '#tests/cms/browser.ts';
import type { Generation, Link, Options } from '#tests/cms/doubles/drupal/state.ts';
import { type DrupalDouble, startDrupal } from '#tests/cms/doubles/drupal.ts';
import { atEveryRequest, diesAfter, faultAt, silent } from '#tests/cms/suite/faults.ts';
import { backdropDriver } from '#utils/cms/backdrop/driver.ts';
import { drupalDriver } from '#utils/cms/drupal/driver.ts';
import type { DriverContext } from '#utils/cms/types.ts';
import { openAs, postOf } from './double.ts';

const KINDS: [Generation, Partial<Options>, string, string][] = [
  ['drupal7', { rewrites: false }, 'main-menu', 'navigation'],
  ['drupal', { folder: '/desa-dagan' }, 'main', 'footer'],
  ['backdrop', {}, 'main-menu', 'user-menu'],
];

describe.each(KINDS)('the products page on %s', (generation, options, mainMenu, otherMenu) => {
  const toJpeg = async (blob: Blob) => blob;
  const driver = generation === 'backdrop' ? backdropDriver(toJpeg) : drupalDriver(toJpeg);
  let double: DrupalDouble;
  const start = async (more: Partial<Options> = {}) => {
    double = await startDrupal({ generation, ...options, ...more });
  };
  beforeEach(() => start());
  afterEach(() => double.stop());

  const as = (role: string) => openAs(double, role);
  const make = (context: DriverContext) => driver.productsPage?.(context);
  const term = () => {
    const [only, ...more] = double.state.terms.filter(({ name }) => name === 'Produk Desa');
    if (only === undefined || more.length > 0) throw new Error(`${more.length} tags too many, or none`);
    return only;
  };
  const entry = (): Link => {
    const [only, ...more] = double.state.links;
    if (only === undefined || more.length > 0) throw new Error(`${more.length} entries too many, or none`);
    return only;
  };
  const url = () => `${double.url}/${options.rewrites === false ? '?q=' : ''}taxonomy/term/${term().id}`;

  test('one press makes the tag and an entry in the main menu that leads to its page', async () => {
    expect(await make(await as('admin'))).toEqual({ url: url(), state: 'made' });
    expect(entry()).toMatchObject({
      menu: mainMenu,
      title: 'Produk Desa',
      path: `taxonomy/term/${term().id}`,
      shown: true,
    });
  });

  test('where posts have the tag already, it is that one', async () => {
    await driver.save(await as('author'), postOf());
    expect(await make(await as('admin'))).toEqual({ url: url(), state: 'made' });
  });

  test('pressed again, twice at once, or after the village renamed and moved it: it is the one that is there', async () => {
    const context = await as('admin');
    await Promise.all([make(context), make(context)]);
    Object.assign(entry(), { title: 'Belanja & Jajan', menu: otherMenu });
    expect(await make(context)).toEqual({ url: url(), state: 'there' });
    expect(entry()).toMatchObject({ title: 'Belanja & Jajan', menu: otherMenu });
  });

  test('one to whose page the site gave a pretty address is found, and one among hundreds of tags', async () => {
    for (let n = 0; n < 130; n += 1) double.state.makeTerm(`Aneka ${n}`);
    await make(await as('admin'));
    term().alias = 'jualan';
    expect(await make(await as('admin'))).toEqual({ url: url(), state: 'there' });
    expect(entry().shown).toBe(true);
  });

  test('an entry that somebody hid is shown again under its own name and in its own place', async () => {
    await make(await as('admin'));
    Object.assign(entry(), { title: 'Belanja', menu: otherMenu, shown: false });
    expect(await make(await as('admin'))).toEqual({ url: url(), state: 'made' });
    expect(entry()).toMatchObject({ title: 'Belanja', menu: otherMenu, shown: true });
  });

  test.each([true, false])(
    'an entry whose state the list does not tell is left as it is (shown: %s)',
    async (shown) => {
      await make(await as('admin'));
      entry().shown = shown;
      const bare = reading(await as('admin'), (html) => html.replace(/<tr class="menu-(en|dis)abled/g, '<tr class="'));
      await expect(make(bare)).rejects.toMatchObject({ code: 'markup_changed' });
      expect(entry().shown).toBe(shown);
    },
  );

  test('a role without menus is told so, makes nothing, and is led to the entry that is there', async () => {
    await expect(make(await as('author'))).rejects.toMatchObject({ code: 'no_permission' });
    expect([double.state.terms, double.state.links]).toEqual([[], []]);
    await make(await as('admin'));
    expect(await make(await as('author'))).toEqual({ url: url(), state: 'there' });
    entry().shown = false;
    await expect(make(await as('author'))).rejects.toMatchObject({ code: 'no_permission' });
  });

  test('a role without menus finds an entry that was renamed by the tag under the posts', async () => {
    await driver.save(await as('author'), postOf());
    await make(await as('admin'));
    entry().title = 'Belanja';
    term().alias = 'jualan';
    expect((await make(await as('author')))?.state).toBe('there');
  });

  test('a role with menus that may not see the tags never makes a second entry', async () => {
    Object.assign(double.state.roles.author ?? {}, { menus: true });
    await expect(make(await as('author'))).rejects.toMatchObject({ code: 'no_permission' });
    await make(await as('admin'));
    term().alias = 'jualan';
    await expect(make(await as('author'))).rejects.toMatchObject({ code: 'no_permission' });
    expect(entry().path).toBe(`taxonomy/term/${term().id}`);
  });

  test('a site that cannot tag its posts, or manages no menus, does not offer it; nothing is made', async () => {
    for (const lack of [{ tags: false }, { menuModule: false }]) {
      await double.stop();
      await start(lack);
      expect(await make(await as('admin'))).toBeNull();
      expect([double.state.terms, double.state.links]).toEqual([[], []]);
    }
  });

  test('an entry that the site says it saved and did not is not claimed', async () => {
    double.state.options.losesLinks = true;
    await expect(make(await as('admin'))).rejects.toMatchObject({ code: 'not_read_back' });
  });

  test('a page that dies, or a server that swallows a write, at any request: pressed again, it is one entry', async () => {
    const admin = await as('admin');
    for (const fault of [diesAfter, silent({ body: '<!doctype html><p>Selamat datang', type: 'text/html' })]) {
      const requests = await atEveryRequest(async (nth) => {
        Object.assign(double.state, { terms: [], links: [] });
        const faulty = faultAt(admin, nth, fault);
        const claimed = await Promise.resolve(make(faulty.context)).catch(() => null);
        if (claimed) expect(entry().shown).toBe(true);
        await make(admin);
        expect(entry().path).toBe(`taxonomy/term/${term().id}`);
        return { hit: faulty.hit() };
      });
      expect(requests).toBeGreaterThan(5);
    }
  });

  test('a session that ended makes nothing', async () => {
    const context = await as('admin');
    double.state.sessions.clear();
    await expect(make(context)).rejects.toMatchObject({ code: 'signed_out' });
    expect([double.state.terms, double.state.links]).toEqual([[], []]);
  });
});
