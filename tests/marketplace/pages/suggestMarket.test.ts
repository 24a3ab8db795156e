import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { suggest } from '#marketplace/listings/service.ts';
import { type Marketplace, startMarketplace } from '#tests/marketplace/harness.ts';
import { GOODS } from '#tests/marketplace/search/market/goods.ts';
import { stock } from '#tests/marketplace/search/market/stock.ts';

describe('suggestions in a market of 2,000 goods', () => {
  let market: Marketplace;
  beforeAll(async () => {
    market = await startMarketplace({ backend: 'embedded' });
    await stock(market, GOODS);
  });
  afterAll(() => market.stop());

  const all = (typed: string) => suggest(market.deps, typed, 'id');
  const goods = async (typed: string) => (await all(typed)).goods;

  it.each([
    ['kr', /^[ck]?(?:kr|ker)/],
    ['kri', /keripik|kripik/],
    ['krip', /keripik|kripik/],
    ['wedh', /wedhus|wedang|kambing|domba/],
    ['gula', /^gula semut$/],
    ['gula s', /^gula semut$/],
    ['kripik s', /k(?:e)?ripik s(?:ingkong|alak)/],
  ])('“%s” offers what is sold', async (typed, expected) => {
    const found = await goods(typed);
    expect(found.join(', ')).not.toBe('');
    expect(
      found.some((name) => expected.test(name)),
      found.join(', '),
    ).toBe(true);
  });

  it('never cuts a name at a title, and never ends in the middle', async () => {
    const wrong: string[] = [];
    for (const typed of [
      'bu si',
      'pi',
      'pis',
      'nan',
      'gor',
      'sem',
      'bat',
      'dur',
      'ker',
      'sin',
      'bud',
      'tel',
      'ja',
      'te',
    ])
      for (const name of await goods(typed)) {
        if (/ (?:bu|pak|mbah|mbak|motif|tanpa|rasa|isi|desa|dari)$|^(?:bu|pak) /.test(name))
          wrong.push(`${typed}: ${name}`);
        if (name.split(' ').length > 3) wrong.push(`${typed}: ${name}`);
      }
    expect(wrong).toEqual([]);
  });

  it('offers villages behind "desa" and districts behind "kec", and no soap', async () => {
    const villages = await all('desa s');
    expect(villages.goods).toEqual([]);
    expect(villages.villages.map(({ name }) => name)).toContain('Desa Serang');
    const districts = await all('kec bob');
    expect(districts.goods).toEqual([]);
    expect(districts.places.map(({ district }) => district)).toEqual(['Bobotsari']);
  });
});
