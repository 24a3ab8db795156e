import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { itemOf, picture, refOf } from '#tests/cms/opensid/shopItem.ts';
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
import type { ShopRef } from '#utils/cms/shop.ts';
import { CmsError, type DriverContext } from '#utils/cms/types.ts';
import type { ShopSite, ShopTarget } from './target.ts';

/** What becomes of a product, one step after the other; a fault is tried in each. */
const LIFE = [
  { item: () => itemOf(), is: { price: 25_500, isOn: true } },
  { item: () => itemOf({ price: 30_000, images: [picture(5)] }), is: { price: 30_000, isOn: true } },
  { item: () => itemOf({ price: 30_000, onSale: false }), is: { isOn: false } },
  { item: () => itemOf({ price: 30_000 }), is: { price: 30_000, isOn: true } },
];

export function faultTests({ name, driver, start, silence }: ShopTarget): void {
  let site: ShopSite;
  let chief: DriverContext;
  beforeEach(async () => {
    site = await start();
    chief = await site.signIn('chief');
  });
  afterEach(() => site.close());
  let isSignedOut = false;
  const sessionEnds: Fault = async ({ send }) => {
    site.endSessions();
    isSignedOut = true;
    return send();
  };

  const FAULTS: [string, Fault][] = [
    ['the page dies after it', diesAfter],
    ['the line breaks before it', offline],
    ['the server breaks before it', breaksBefore],
    ['the server breaks after it', breaksAfter],
    ['the session ends before it', sessionEnds],
  ];
  describe.each(FAULTS)(`${name}: at every single request, %s`, (called, fault) => {
    const turn = FAULTS.findIndex(([one]) => one === called);
    test('made, changed and taken off: in the end it is one product that says what the listing says', async () => {
      for (const [at, { item, is }] of LIFE.entries()) {
        const requests = await atEveryRequest(
          async (nth) => {
            site.reset();
            let known: ShopRef | null = null;
            for (const earlier of LIFE.slice(at === 3 ? 1 : Math.max(0, at - 1), at))
              known = refOf(await driver.syncShop?.(chief, { ...earlier.item(), known }));
            const faulty = faultAt(chief, nth, fault);
            await driver.syncShop?.(faulty.context, { ...item(), known })?.catch((error: unknown) => {
              if (!(error instanceof CmsError || error instanceof DiedError)) throw error;
            });
            if (isSignedOut) chief = await site.signIn('chief');
            isSignedOut = false;
            await driver.syncShop?.(chief, { ...item(), known });
            expect(site.goods()).toMatchObject([is]);
            return { hit: faulty.hit() };
          },
          { turn: turn + at, turns: 3 },
        );
        expect(requests).toBeGreaterThan(3);
      }
    }, 240_000);
  });

  test(`${name}: a server that is down is said to be that, wherever it happens`, async () => {
    const lasts = await atEveryRequest(async (nth) => {
      site.reset();
      const faulty = faultAt(chief, nth, breaksBefore);
      const ended = await driver.syncShop?.(faulty.context, itemOf()).catch((error: unknown) => error);
      // A POST may be repeated, and a look from outside taken again, so the attempt may end well all the same.
      if (faulty.hit()) expect([{ code: 'site_down' }, { state: 'on' }]).toContainEqual(partOf(ended));
      return { hit: faulty.hit() };
    });
    expect(lasts).toBeGreaterThan(5);
  }, 60_000);

  test(`${name}: a success that was none is not believed`, async () => {
    await atEveryRequest(async (nth) => {
      site.reset();
      const known = refOf(await driver.syncShop?.(chief, itemOf()));
      const faulty = faultAt(chief, nth, silent(silence));
      const said = await driver
        .syncShop?.(faulty.context, itemOf({ known, price: 30_000 }))
        .catch((error: unknown) => error);
      if (site.goods()[0]?.price === 25_500) expect(said).not.toMatchObject({ state: 'on' });
      return { hit: faulty.hit() };
    });
  }, 60_000);

  test(`${name}: pressed in two tabs at once it is one product`, async () => {
    await Promise.all([driver.syncShop?.(chief, itemOf()), driver.syncShop?.(await site.signIn('chief'), itemOf())]);
    expect(site.goods()).toHaveLength(1);
  });

  test(`${name}: a server that dies after writing has made only one`, async () => {
    site.loseAnswers(true);
    const ended = await driver.syncShop?.(chief, itemOf()).catch((error: unknown) => error);
    site.loseAnswers(false);
    if (ended instanceof CmsError) await driver.syncShop?.(chief, itemOf());
    expect(site.goods()).toMatchObject([{ isOn: true }]);
  });
}

/** The part of a result that a test compares. */
function partOf(ended: unknown): unknown {
  return ended instanceof CmsError ? { code: ended.code } : { state: (ended as { state?: string }).state };
}
