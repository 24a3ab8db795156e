import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Problem, REPLIES_MAX, Replies } from '#contract';
import { backends, type Marketplace, startMarketplace, type TestVillage } from '#tests/marketplace/harness.ts';

describe.each(backends)('a village’s quick replies, on %s', (backend) => {
  let market: Marketplace;
  let dagan: TestVillage;
  beforeAll(async () => {
    market = await startMarketplace({ backend });
  });
  afterAll(() => market.stop());
  beforeEach(async () => {
    dagan = await market.village('Desa Dagan', ['https://dagan.desa.id']);
  });

  const put = (rev: number, base: number, texts: string[], { token }: { token: string } = dagan) =>
    market.call('PUT', '/v1/replies', { token, body: { rev, base, texts } });
  const all = async ({ token }: { token: string } = dagan) =>
    Replies.parse(await (await market.call('GET', '/v1/replies', { token })).json());

  it('are none at first, and then the same on every device of the village alone', async () => {
    expect(await all()).toEqual({ rev: 0, texts: [] });
    expect((await put(1, 0, ['Siap, {pembeli}', 'Besok ada lagi'])).status).toBe(200);
    expect(await all(await market.device(dagan.id))).toEqual({ rev: 1, texts: ['Siap, {pembeli}', 'Besok ada lagi'] });
    expect(await all(await market.village('Desa Onje', ['https://onje.desa.id']))).toEqual({ rev: 0, texts: [] });
    expect((await market.call('GET', '/v1/replies')).status).toBe(401);
  });

  it('said twice are the same; said without having seen another device’s, a conflict with what stands there', async () => {
    await put(1, 0, ['Siap']);
    expect((await put(1, 0, ['Siap'])).status).toBe(200);
    const other = await market.device(dagan.id);
    expect((await put(2, 1, ['Siap', 'Habis'], other)).status).toBe(200);
    for (const rev of [2, 7]) {
      const answer = await put(rev, 1, ['Siap', 'Besok']);
      expect(Problem.parse(await answer.json())).toMatchObject({
        code: 'revision_old',
        current: { rev: 2, texts: ['Siap', 'Habis'] },
      });
    }
    expect((await put(3, 2, [])).status).toBe(200);
    expect(await all()).toEqual({ rev: 3, texts: [] });
  });

  it.each([
    ['an empty one', [' ']],
    ['one that is too long', ['x'.repeat(2001)]],
    ['too many', Array.from({ length: REPLIES_MAX + 1 }, (_, n) => `Balasan ${n}`)],
  ])('%s is refused', async (_, texts) => {
    expect((await put(1, 0, texts)).status).toBe(422);
  });

  it('the most and longest that there may be are taken', async () => {
    const texts = Array.from({ length: REPLIES_MAX }, (_, n) => `${n} `.padEnd(2000, 'ä'));
    expect((await put(1, 0, texts)).status).toBe(200);
  });
});
