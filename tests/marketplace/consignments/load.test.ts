import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CONSIGNMENTS_MAX } from '#contract';
import { newId } from '#contract/newId.ts';
import { DAY } from '#contract/time.ts';
import { backends, type Marketplace, startMarketplace, type TestVillage } from '#tests/marketplace/harness.ts';
import { formPath, photo, TYPED, villagerIn, waiting } from './villager.ts';

const LIMIT = { pressureVillage: 3, pressureMarket: 50 };

describe.each(backends)('"Titip jual" under load, on %s', (backend) => {
  let market: Marketplace;
  let dagan: TestVillage;
  let path: string;
  beforeAll(async () => {
    market = await startMarketplace({ backend, config: LIMIT });
  });
  afterAll(() => market.stop());
  beforeEach(async () => {
    market.clock.advance(DAY);
    dagan = await market.village('Desa Dagan');
    path = await formPath(market, dagan);
  });

  const crowd = async (count: number) => {
    for (let n = 0; n < count; n += 1) {
      const one = villagerIn(market, path, `198.51.100.${n}`);
      expect((await one.send({ name: `Keripik ${n}` }, { photos: [await photo()] })).status).toBe(303);
    }
  };
  const challengeOf = (html: string) => /name="soal" value="([^"]+)"/.exec(html)?.[1];
  const count = async () => (await waiting(market, dagan)).consignments.length;

  it('the form brings a proof of work while many come, and none before and after', async () => {
    const siti = villagerIn(market, path);
    await crowd(LIMIT.pressureVillage);
    expect(challengeOf((await siti.open()).html)).toBeUndefined();
    await crowd(1);
    const { html } = await siti.open();
    expect(html).toContain('src="/soal.js"');
    const photos = [await photo()];
    expect((await siti.send({}, { html, photos, isSolved: true })).status).toBe(303);
    // A proof opens one consignment: another one with it comes back with a new challenge, and with its photo.
    const spent = await siti.send({ name: 'Yang lain' }, { html, photos, isSolved: true });
    expect(spent.status).toBe(422);
    const again = await spent.text();
    expect(challengeOf(again)).not.toBe(challengeOf(html));
    expect(again).toContain('name="kept"');
    market.clock.advance(DAY);
    expect(challengeOf((await siti.open()).html)).toBeUndefined();
  });

  it('a form of before comes back once; one whose browser solved nothing is kept all the same', async () => {
    const siti = villagerIn(market, path);
    const { html } = await siti.open();
    await crowd(LIMIT.pressureVillage + 1);
    const first = await siti.send({}, { html, photos: [await photo()] });
    expect(first.status).toBe(422);
    const again = await first.text();
    expect(again).toContain(`value="${TYPED.name}"`);
    const before = await count();
    expect((await siti.send({}, { html: again })).status).toBe(303);
    expect(await count()).toBe(before + 1);
  });

  it('what came without its proof takes half of the room at most, and does not keep the load up', async () => {
    await crowd(LIMIT.pressureVillage + 1);
    const said = JSON.stringify({ name: 'x', price: 100, unit: null, description: '', photos: [], producer: {} });
    const ended = { outcome: null, said_by: null, ended_at: null };
    const rows = Array.from({ length: CONSIGNMENTS_MAX / 2 }, () => {
      const id = newId();
      const at = { village_id: dagan.id, id, sent_with: id, sent_at: market.clock.now() };
      return { ...at, said, unproven: true, ...ended };
    });
    await market.deps.db.insertInto('consignments').values(rows).execute();
    const siti = villagerIn(market, path);
    const refused = await siti.send({}, { photos: [await photo()] });
    expect(refused.status).toBe(409);
    const html = await refused.text();
    expect((await siti.send({}, { html, isSolved: true })).status).toBe(303);
    market.clock.advance(10 * 60_000);
    await market.deps.db
      .updateTable('consignments')
      .set({ sent_at: market.clock.now() })
      .where('unproven', '=', true)
      .execute();
    expect(challengeOf((await siti.open()).html)).toBeUndefined();
  });
});
