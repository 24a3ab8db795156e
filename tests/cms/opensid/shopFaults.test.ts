// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type OpensidDouble, startOpensid } from '#tests/cms/doubles/opensid.ts';
import {
  atEveryRequest,
  breaksAfter,
  breaksBefore,
  DiedError,
  diesAfter,
  type Fault,
  faultAt,
  offline,
  silent,
} from '#tests/cms/suite/faults.ts';
import { opensidDriver } from '#utils/cms/opensid/driver.ts';
import type { ShopRef } from '#utils/cms/shop.ts';
import { CmsError, type DriverContext } from '#utils/cms/types.ts';
import { openTab } from './browser.ts';
import { itemOf, picture, refOf } from './shopItem.ts';

const driver = opensidDriver(async (blob) => blob);
let double: OpensidDouble;
let admin: DriverContext;
const signIn = async (): Promise<DriverContext> => (await openTab(double.base, 'admin')).open('beranda');
beforeEach(async () => {
  double = await startOpensid();
  admin = await signIn();
});
afterEach(() => double.close());

const products = () => double.state.products;

const signedOut: Fault = async ({ send }) => {
  double.state.sessions.clear();
  return send();
};

const FAULTS: [string, Fault][] = [
  ['the page dies after it', diesAfter],
  ['the line breaks before it', offline],
  ['the server breaks before it', breaksBefore],
  ['the server breaks after it', breaksAfter],
  ['the session ends before it', signedOut],
];

// 2410's switch does what the address says, today's turns the product over: a repeated press must be right for both.
const CASES = ([2410, 2603] as const).flatMap((version) => FAULTS.map(([name, fault]) => ({ version, name, fault })));

describe.each(CASES)('OpenSID $version, at every single request, $name', ({ version, fault }) => {
  test('made, changed and taken off: in the end it is one product that says what the listing says', async () => {
    const life = [
      { item: () => itemOf(), is: { harga: 25_500, status: 1 } },
      { item: () => itemOf({ price: 30_000, images: [picture(5)] }), is: { harga: 30_000, status: 1 } },
      { item: () => itemOf({ price: 30_000, onSale: false }), is: { status: version === 2410 ? 2 : 0 } },
      { item: () => itemOf({ price: 30_000 }), is: { harga: 30_000, status: 1 } },
    ];
    double.state.options.version = version;
    for (const [at, { item, is }] of life.entries()) {
      // Making and changing are alike in both versions; only the switch differs.
      if (version !== 2410 && at < 2) continue;
      await atEveryRequest(async (nth) => {
        products().splice(0);
        let known: ShopRef | null = null;
        for (const earlier of life.slice(at === 3 ? 1 : Math.max(0, at - 1), at)) {
          known = refOf(await driver.syncShop?.(admin, { ...earlier.item(), known }));
        }
        const faulty = faultAt(admin, nth, fault);
        await driver.syncShop?.(faulty.context, { ...item(), known })?.catch((error: unknown) => {
          if (!(error instanceof CmsError || error instanceof DiedError)) throw error;
        });
        if (double.state.sessions.size === 0) admin = await signIn();
        await driver.syncShop?.(admin, { ...item(), known });
        expect(products()).toMatchObject([is]);
        return { hit: faulty.hit() };
      });
    }
  }, 240_000);
});

test('a server that is down is said to be that, wherever it happens', async () => {
  const lasts = await atEveryRequest(async (nth) => {
    products().splice(0);
    const faulty = faultAt(admin, nth, breaksBefore);
    const ended = await driver.syncShop?.(faulty.context, itemOf()).catch((error: unknown) => error);
    // The driver repeats a POST by itself, so the attempt may end well all the same.
    if (faulty.hit()) expect([{ code: 'site_down' }, { state: 'on' }]).toContainEqual(partOf(ended));
    return { hit: faulty.hit() };
  });
  expect(lasts).toBeGreaterThan(5);
});

/** The part of a result that a test compares. */
function partOf(ended: unknown): unknown {
  return ended instanceof CmsError ? { code: ended.code } : { state: (ended as { state?: string }).state };
}

test('a success that was none is not believed', async () => {
  const body = '<div class="alert alert-success"><p>Berhasil</p></div>';
  await atEveryRequest(async (nth) => {
    products().splice(0);
    const known = refOf(await driver.syncShop?.(admin, itemOf()));
    const faulty = faultAt(admin, nth, silent({ body, type: 'text/html' }));
    const ended = driver.syncShop?.(faulty.context, itemOf({ known, price: 30_000 }));
    const said = await ended?.catch((error: unknown) => error);
    if (products()[0]?.harga === 25_500) expect(said).toMatchObject({ code: 'not_read_back' });
    return { hit: faulty.hit() };
  });
});

test('pressed in two tabs at once it is one product', async () => {
  await Promise.all([driver.syncShop?.(admin, itemOf()), driver.syncShop?.(await signIn(), itemOf())]);
  expect(products()).toHaveLength(1);
});

test('a server that dies after writing has made only one', async () => {
  double.state.options.dieAfterWrite = 1;
  await driver.syncShop?.(admin, itemOf());
  expect(products()).toHaveLength(1);
});
