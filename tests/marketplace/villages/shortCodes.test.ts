import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Problem } from '#contract';
import { newId } from '#contract/newId.ts';
import { readShortCode, SHORT_CODE_LETTERS } from '#contract/shortCode.ts';
import { createVillage } from '#marketplace/villages/create.ts';
import { createInvite, findInvite } from '#marketplace/villages/invites.ts';
import { makeShortCode } from '#marketplace/villages/shortCodes.ts';
import { BASE_URL, backends, type Marketplace, startMarketplace } from '#tests/marketplace/harness.ts';

it('letters are read however they are typed, and what may be mistaken is none of them', () => {
  expect(readShortCode(' abcd-2345 ')).toBe('ABCD2345');
  expect(readShortCode('ABCD 2345')).toBe('ABCD2345');
  for (const typed of ['', 'ABCD', 'ABCD23456', 'ABCD234O', 'ABCD2340', 'ABCD234I', 'ABCD2341']) {
    expect(readShortCode(typed)).toBeNull();
  }
  expect([...SHORT_CODE_LETTERS].filter((letter) => '0O1I'.includes(letter))).toEqual([]);
});

describe.each(backends)('an invite carried to another computer on %s', (backend) => {
  let market: Marketplace;
  let villageId: string;
  let invite: string;
  let network = 0;
  beforeAll(async () => {
    market = await startMarketplace({ backend });
    const sites = ['https://dagan.desa.id/'];
    villageId = (await createVillage(market.deps, { name: 'Desa Dagan', sites, status: 'approved' })).id;
    invite = (await createInvite(market.deps, villageId)).code;
  });
  afterAll(() => market.stop());

  const newIp = () => {
    network += 1;
    return `203.${network}.113.9`;
  };
  const made = async (): Promise<string> => (await makeShortCode(market.deps, invite)) ?? '';
  /** The address of the page that shows new letters, the letters, and the page. */
  const shown = async (): Promise<[string, string, string]> => {
    const answer = await market.call('POST', `/undang/${invite}/kode`);
    expect(answer.status).toBe(303);
    const place = (answer.headers.get('location') ?? '').replace(/#.*$/, '');
    const page = await (await market.call('GET', place)).text();
    return [place, /<p class="short-code">([^<]+)</.exec(page)?.[1] ?? '', page];
  };
  const typed = (kode: string, ip = newIp(), headers = {}) =>
    market.call('POST', '/k', {
      ip,
      raw: new URLSearchParams({ kode }).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    });

  it('the page of the invite shows letters, which open the same invite elsewhere, once', async () => {
    const [place, letters, page] = await shown();
    expect(page).toContain('pasar.example/k');
    // Loaded once more, the page shows the same letters and makes no others.
    const again = await (await market.call('GET', place)).text();
    expect(again).toContain(`<p class="short-code">${letters}<`);
    const answer = await typed(letters.toLowerCase());
    expect(answer.status).toBe(303);
    const link = answer.headers.get('location') ?? '';
    expect(link.startsWith(`${BASE_URL}/undang/`)).toBe(true);
    expect((await market.call('GET', link.slice(BASE_URL.length))).status).toBe(200);
    // The phone's page goes on, and the letters are spent.
    expect((await market.call('GET', `/undang/${invite}`)).status).toBe(200);
    expect((await typed(letters)).status).toBe(422);
    expect(await (await market.call('GET', place)).text()).not.toContain('class="short-code"');
    // Nor does the page say letters that nobody made.
    expect(await (await market.call('GET', `/undang/${invite}?huruf=ABCD2345`)).text()).not.toContain('ABCD');
  });

  it('wrong, spent and expired letters are answered alike, with what was typed', async () => {
    const letters = await made();
    const wrong = await (await typed('ABCD-2345')).text();
    market.clock.advance(10 * 60_000);
    const late = await (await typed(letters)).text();
    expect(late.replace(letters, 'ABCD-2345')).toBe(wrong);
    expect(wrong).toContain('value="ABCD-2345"');
    expect(wrong).toContain('salah, sudah dipakai, atau sudah lewat 10 menit');
  });

  it('letters for a second computer end neither those of the first nor what it has opened', async () => {
    const [oldest, first, second, third] = [await made(), await made(), await made(), await made()];
    const links = await Promise.all(
      [first, second, third].map(async (one) => (await typed(one)).headers.get('location')),
    );
    for (const link of links) expect((await market.call('GET', link?.slice(BASE_URL.length) ?? '')).status).toBe(200);
    // Three at once are enough for an office.
    expect((await typed(oldest)).status).toBe(422);
  });

  it('after five wrong tries a network has to wait, also with the right letters, and right ones cost nothing', async () => {
    const ip = newIp();
    for (let n = 0; n < 8; n += 1) expect((await typed(await made(), ip)).status).toBe(303);
    for (let n = 0; n < 5; n += 1) expect((await typed(`ABCD234${n + 2}`, ip)).status).toBe(422);
    const late = await typed('ABCD-2349', ip);
    expect(late.status).toBe(429);
    const seconds = Number(late.headers.get('retry-after'));
    const page = await late.text();
    expect(page).toContain(`Tunggu ${Math.ceil(seconds / 60)} menit`);
    expect(page).toContain('value="ABCD-2349"');
    expect((await typed(await made(), ip)).status).toBe(429);
    expect((await typed(await made())).status).toBe(303);
    // All at once, none gets a sixth try.
    const other = newIp();
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, n) => typed(`BBBB2${SHORT_CODE_LETTERS[n]}ZZ`, other)),
    );
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(5);
  });

  it('another site’s page cannot type them, and only the invite’s holder makes them', async () => {
    expect((await typed(await made(), newIp(), { 'sec-fetch-site': 'cross-site' })).status).toBe(422);
    expect(await makeShortCode(market.deps, 'a'.repeat(38))).toBeNull();
    const foreign = { 'sec-fetch-site': 'cross-site' };
    const page = await market.call('POST', `/undang/${invite}/kode`, { headers: foreign });
    expect(await page.text()).not.toContain('class="short-code"');
  });

  it('the popup takes letters too; a device that uses the invite is told of on the phone', async () => {
    const answer = await market.call('POST', '/v1/short-codes', { body: { code: await made() }, ip: newIp() });
    const { invite: link } = (await answer.json()) as { invite: string };
    const body = { invite: link.split('/').at(-1), id: newId(), name: 'Laptop kantor' };
    expect((await market.call('POST', '/v1/devices', { body })).status).toBe(201);
    expect(await findInvite(market.deps, invite)).toMatchObject({ state: 'used' });
    expect(await (await market.call('GET', `/undang/${invite}`)).text()).toContain('Terhubung');
    // A used invite has no letters any more, and letters that were made before open nothing new.
    expect(await makeShortCode(market.deps, invite)).toBeNull();
    const refused = await market.call('POST', '/v1/short-codes', { body: { code: 'ABCD2345' }, ip: newIp() });
    expect([refused.status, Problem.parse(await refused.json()).code]).toEqual([404, 'invite_unknown']);
  });
});
