import { afterAll, beforeAll, expect, it } from 'vitest';
import { USUAL_MAX, UsualGoodsList } from '#contract';
import tables from '#marketplace/goods/usual.json' with { type: 'json' };
import { usualGoods } from '#marketplace/goods/usual.ts';
import { type Marketplace, startMarketplace } from '#tests/marketplace/harness.ts';

let market: Marketplace;
beforeAll(async () => {
  market = await startMarketplace({ backend: 'embedded' });
});
afterAll(() => market.stop());

it('a village hears what its regency usually sells, once for each change', async () => {
  const village = await market.village();
  const get = (headers = {}) => market.call('GET', '/v1/goods', { token: village.token, headers });
  const usual = UsualGoodsList.parse(await (await get()).json()).goods;
  expect(usual).toEqual(usualGoods(null));
  const body = { regency: 'Kabupaten Purbalingga' };
  await market.call('PATCH', '/v1/me', { token: village.token, body });
  const own = await get();
  expect(UsualGoodsList.parse(await own.json()).goods.map(({ name }) => name)).toContain('Knalpot');
  expect((await get({ 'if-none-match': own.headers.get('etag') ?? '' })).status).toBe(304);
  expect((await market.call('GET', '/v1/goods')).status).toBe(401);
});

it.each(Object.keys(tables))('the goods of %j are few, each once, and none says a price', (regency) => {
  const goods = usualGoods(regency);
  expect(goods.length).toBeGreaterThan(3);
  expect(goods.length).toBeLessThanOrEqual(USUAL_MAX);
  expect(new Set(goods.map(({ name }) => name)).size).toBe(goods.length);
  expect(JSON.stringify(goods)).not.toMatch(/Rp|harga|\d{4}/i);
});
