import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { ListingInput, ListingPut, VillageMessage } from '#contract';
import { STORES, VALUES } from '#utils/db/schema.ts';
import { RELEASES, type Release } from './checkout.ts';
import { frozenRows, frozenWire, type Request } from './frozen.ts';
import { requireMore } from './requireMore.ts';

/** Places that a release could not know, by their member: what the release after it wrote will speak of them. */
const LATER: Record<Release, readonly string[]> = {
  '0.1.0': [
    'permits',
    'whole',
    'base',
    'mayStand',
    'agreed',
    'theirs',
    'untried',
    'pictureIn',
    'editorUrl',
    'line',
    'shownIn',
    'inArticle',
    'inProduct',
    'seller',
    'unitWord',
    'checkedAt',
    'checkOwed',
    'views',
    'ownShop',
    'wooCommerce',
    'productTable',
    'ofProduct',
    'template',
    'openedIn',
    'wrote',
    'was',
    'was[]',
    'pictureAt',
    'about',
    'productTable',
    'goods',
    'exchange',
    'profile',
    'practice',
    'reports',
    'askedElsewhere',
  ],
};
/** Values that a release had not at all. */
const LATER_VALUES: Record<Release, readonly string[]> = {
  '0.1.0': [
    'siteProofs',
    'carriedTraces',
    'leftovers',
    'soldFrom',
    'lists',
    'replies',
    'usualGoods',
    'consignments',
    'recipes',
    'ownTables',
    'lesson',
    'handed',
  ],
};

/**
 * A proof of the frozen files themselves: whoever adds a required member anywhere in a stored shape, or in what a device
 * sends, is told so by a row that lacks it.
 */
describe.each(Object.keys(RELEASES) as Release[])(
  'one more required member, against what version %s wrote',
  (release) => {
    const { values = [], ...stores } = frozenRows(release);
    const requests = frozenWire(release, 'requests') as Request[];
    const known = ([path]: [path: string, copy: unknown]) =>
      !LATER[release].some((member) => path.split('.').includes(member));
    const bodiesOf = (route: string) => requests.filter((one) => one.route === route).map(({ body }) => body);

    const shapes: [name: string, schema: z.ZodMiniType, written: unknown[]][] = [
      ...Object.entries(stores).map(
        ([store, rows]) =>
          [`store ${store}`, STORES[store as keyof typeof STORES].row, rows] as [string, z.ZodMiniType, unknown[]],
      ),
      ...Object.entries(VALUES)
        .filter(([name]) => !LATER_VALUES[release].includes(name))
        .map(
          ([name, schema]) =>
            [`value ${name}`, schema, values.filter((row) => row.name === name).map(({ value }) => value)] as [
              string,
              z.ZodMiniType,
              unknown[],
            ],
        ),
      ['the listing a device sends', ListingPut, bodiesOf('PUT /v1/listings/:id')],
      ['the message a device sends', VillageMessage, bodiesOf('PUT /v1/inquiries/:id/messages/:messageId')],
    ];

    test.each(shapes)('%s: each place is noticed', (_, schema, written) => {
      expect(written.filter((one) => !schema.safeParse(one).success)).toEqual([]);
      const unnoticed = [...requireMore(schema)]
        .filter(known)
        .filter(([, copy]) => written.every((one) => copy.safeParse(one).success))
        .map(([path]) => path);
      expect(unnoticed).toEqual([]);
    });

    test('the copies are made: a listing has its producer, its pack size and its floor in it', () => {
      const places = [...requireMore(ListingInput)].filter(known).map(([path]) => path);
      expect(places).toEqual(['', '.packSize', '.producer', '.floor']);
    });

    test('an optional member, or one with a default, is no harm to a listing that lacks it', () => {
      const grown = z.safeExtend(ListingInput, { added: z.optional(z.string()), said: z._default(z.string(), 'x') });
      for (const listing of bodiesOf('PUT /v1/listings/:id')) expect(grown.safeParse(listing).error).toBeUndefined();
    });
  },
);
