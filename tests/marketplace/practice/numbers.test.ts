import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MobilePhone } from '#contract';
import { newId } from '#contract/newId.ts';
import { readPhone } from '#contract/phone.ts';
import { isPracticePhone, practicePhones } from '#contract/practice.ts';
import { backends, type Marketplace, startMarketplace, type TestVillage } from '#tests/marketplace/harness.ts';
import { listingInput, sentPhoto } from '#tests/marketplace/samples.ts';
import { openRoom, post, type Seat } from './rooms.ts';

describe('the numbers of a sheet', () => {
  it('have the form that every released extension takes, and are nobody’s', () => {
    const phones = [...practicePhones(0, 1), ...practicePhones(9999, 60)];
    expect(phones.every((phone) => MobilePhone.safeParse(phone).success && isPracticePhone(phone))).toBe(true);
    expect(new Set(phones).size).toBe(6);
    expect(readPhone('0860-0000-0101')).toBe(phones[0]);
  });
  it.each(['+6281234567890', '+628681234567', '+6285912345678'])('are told from %s', (phone) => {
    expect(isPracticePhone(phone)).toBe(false);
  });
});

describe.each(backends)('telephone numbers in practice, on %s', (backend) => {
  let market: Marketplace;
  let seats: Seat[];
  let real: TestVillage;
  beforeAll(async () => {
    market = await startMarketplace({ backend });
    seats = (await openRoom(market, 2)).seats;
    real = await market.village('Desa Dagan');
  });
  afterAll(() => market.stop());

  async function put(village: TestVillage, phone: string, changes = {}, id = newId()) {
    const producer = { name: 'Bu Siti', phone, consent: true as const };
    const body = listingInput([await sentPhoto(market, village)], { producer, ...changes });
    const response = await market.call('PUT', `/v1/listings/${id}`, { token: village.token, body });
    return { status: response.status, problem: await response.json(), id };
  }
  const [one, other] = [() => seats[0] as Seat, () => seats[1] as Seat];

  it('takes the number of the sheet', async () => {
    expect((await put(one(), one().phone)).status).toBe(201);
  });
  it('refuses a real number at its field, and keeps nothing of it', async () => {
    const { status, problem, id } = await put(one(), '+6281234567890');
    expect([status, problem.code, problem.issues]).toEqual([
      422,
      'invalid',
      [{ path: 'producer.phone', code: 'practice_phone' }],
    ]);
    const kept = await market.deps.db.selectFrom('listings').select('id').where('id', '=', id).execute();
    expect(kept).toEqual([]);
  });
  it('refuses the number of another sheet', async () => {
    expect((await put(one(), other().phone)).problem.issues[0].code).toBe('practice_phone');
  });
  it('refuses a real number of a maker', async () => {
    const body = { rev: 1, base: 0, name: 'Bu Siti', phone: '+6281234567890', consent: true };
    const response = await market.call('PUT', `/v1/makers/${newId()}`, { token: one().token, body });
    expect((await response.json()).code).toBe('invalid');
  });
  it('keeps the numbers of practice out of the real market', async () => {
    expect((await put(real, one().phone)).problem.issues).toEqual([
      { path: 'producer.phone', code: 'practice_phone_real' },
    ]);
    expect((await put(real, '+6281234567890')).status).toBe(201);
  });
  it('takes no buyer’s number or address', async () => {
    const { problem: listing } = await put(one(), one().phone);
    const sent = { id: newId(), text: 'Masih ada?', name: 'Ani', phone: '0812 3456 7890', consent: '1' };
    const page = await post(market, `/p/${listing.id}/tanya`, sent);
    expect(page.status).toBe(422);
    expect(await page.text()).toContain('jangan isi nomor');
    const asked = await post(market, `/p/${listing.id}/tanya`, { ...sent, id: newId(), phone: '' });
    expect(asked.status).toBe(303);
    const thread = await market.call('GET', asked.headers.get('location') ?? '');
    expect(await thread.text()).toContain('class="practice"');
  });
});
