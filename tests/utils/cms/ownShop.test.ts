import { expect, test } from 'vitest';
import { SHOP_OF_CMS } from '#utils/cms/ownShop.ts';
import { RECOGNISERS } from '#utils/cms/recognisers.ts';

test('the pages know the same shops as the adapters', () => {
  const adapters = RECOGNISERS.flatMap(({ id, ownShop }) => (ownShop === undefined ? [] : [[id, ownShop]]));
  expect(Object.fromEntries(adapters)).toEqual(SHOP_OF_CMS);
});
