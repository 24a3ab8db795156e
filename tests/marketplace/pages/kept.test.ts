import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#contract/newId.ts';
import { createApp } from '#marketplace/app.ts';
import { type Marketplace, startMarketplace } from '#tests/marketplace/harness.ts';
import { addListing, openThread } from '#tests/marketplace/inquiries/fixture.ts';
import { read } from './read.ts';

const WORDS = 'Masih ada <b>gula</b>?\nKalau ada, 20 bungkus.';

let market: Marketplace;
let slug: string;
let secret: string;
beforeAll(async () => {
  market = await startMarketplace({ backend: 'embedded' });
  const listing = await addListing(market, await market.village('Desa Dagan'));
  slug = listing.slug;
  ({ secret } = await openThread(market, listing, { text: 'Masih ada?' }));
});
afterAll(() => market.stop());

const form = () => new URLSearchParams({ id: newId(), text: WORDS.replaceAll('\n', '\r\n'), consent: 'ya', seen: '1' });
const keptOn = async (answer: Response) =>
  [...read(await answer.text()).querySelectorAll('textarea')].map(({ value }) => value.replaceAll('\r\n', '\n'));

describe('what was typed is on the page that says no', () => {
  const gone = newId();
  it.each([
    ['a product that is not there', () => `/p/gula-${gone}/tanya`, 404],
    ['a report of it', () => `/p/gula-${gone}/lapor`, 404],
    ['a report of a village that is not there', () => '/desa/tidak-ada/lapor', 404],
    ['a conversation whose link was changed', () => `/tanya/${'x'.repeat(secret.length)}/pesan`, 404],
  ])('%s', async (_, pathOf, status) => {
    const answer = await market.call('POST', pathOf(), {
      raw: form().toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'accept-language': 'en' },
    });
    expect(answer.status).toBe(status);
    expect(await keptOn(answer)).toEqual([WORDS]);
  });

  it('also where the database is gone', async () => {
    const { deps } = market;
    const broken = new Proxy(deps.db, {
      get: () => {
        throw new Error('gone');
      },
    });
    const app = createApp({ ...deps, db: broken, log: () => {} });
    const socket = { incoming: { socket: { remoteAddress: '198.51.100.7' } } };
    for (const path of [`/p/${slug}/tanya`, `/tanya/${secret}/pesan`, `/p/${slug}/lapor`]) {
      const answer = await app.request(path, { method: 'POST', body: form() }, socket);
      expect(answer.status).toBe(500);
      expect(await keptOn(answer), path).toEqual([WORDS]);
    }
  });
});
