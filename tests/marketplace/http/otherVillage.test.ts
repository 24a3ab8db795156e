import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#contract/newId.ts';
import { backends, type Marketplace, startMarketplace, type TestVillage } from '#tests/marketplace/harness.ts';
import { addListing, openThread, villageSide } from '#tests/marketplace/inquiries/fixture.ts';
import { listingInput } from '#tests/marketplace/samples.ts';

/** What only its own village may read; none of it is public. */
const PRIVATE = [
  'Pertanyaan rahasia',
  'Rina Rahasia',
  '+6285799998888',
  '+6281355557777',
  '17777',
  'Jawaban sendiri',
  'Laptop rahasia',
];

interface Route {
  method: string;
  path: string;
  isVillages: boolean;
}

describe.each(backends)('a village with another’s ids on %s', (backend) => {
  let market: Marketplace;
  let owner: TestVillage;
  let thief: TestVillage;
  let routes: Route[];
  /** Every id of the owner, by the name that a route gives it. */
  let ids: Record<string, string[]>;

  beforeAll(async () => {
    market = await startMarketplace({ backend });
    [owner, thief] = [await market.village('Desa Dagan'), await market.village('Desa Serang')];
    const listing = await addListing(market, owner, {
      producer: { name: 'Ibu Sari', phone: '+6281355557777', consent: true },
      floor: { price: 17_777, below: 'ask' },
    });
    const thread = await openThread(market, listing, {
      text: 'Pertanyaan rahasia',
      name: 'Rina Rahasia',
      phone: '+6285799998888',
    });
    await villageSide(market, owner).send(thread.id, { kind: 'reply', text: 'Jawaban sendiri' });
    await market.deps.db
      .updateTable('devices')
      .set({ name: 'Laptop rahasia' })
      .where('id', '=', owner.deviceId)
      .execute();
    ids = {
      listing: [listing.id],
      id: [listing.id, thread.id, owner.deviceId, owner.id],
      messageId: [newId()],
      sha256: ['a'.repeat(64)],
    };
    const { paths } = await (await market.call('GET', '/openapi.json')).json();
    routes = Object.entries<Record<string, { security?: unknown }>>(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, route]) => ({
        method: method.toUpperCase(),
        path,
        isVillages: route.security !== undefined,
      })),
    );
  });
  afterAll(() => market.stop());

  const BODIES: unknown[] = [
    {},
    { kind: 'reply', text: 'dari maling' },
    { kind: 'report', text: 'dari maling' },
    listingInput(['a'.repeat(64)], { rev: 9 }),
    { url: 'https://serang.desa.id/x', state: 'gone' },
    { outcome: 'refused' },
  ];

  /** Everything that belongs to the owner, as the owner and the database see it. */
  async function holdings(): Promise<string> {
    const reads = ['/v1/listings?mine', '/v1/inquiries', '/v1/devices', '/v1/me', '/v1/makers', '/v1/deals'];
    const answers = await Promise.all(
      reads.map(async (path) => (await market.call('GET', path, { token: owner.token })).text()),
    );
    return answers.join('\n').replace(/"lastSeenAt":"[^"]*"/g, '');
  }

  /** The addresses of a route with each of the owner's ids in its place. */
  function addressesOf({ path }: Route): string[] {
    const [whole, name] = /\{(\w+)\}/.exec(path) ?? [];
    if (whole === undefined || name === undefined) return [path];
    const own = path.startsWith('/v1/listings') && name === 'id' ? ids.listing : ids[name];
    return (own ?? []).flatMap((id) => addressesOf({ path: path.replace(whole, id), method: '', isVillages: true }));
  }

  it('reads nothing of it and changes nothing of it, on every route of the API', async () => {
    const before = await holdings();
    for (const secret of PRIVATE)
      expect(before, 'the test can fail').toContain(secret === '+6285799998888' ? 'Rina' : secret);
    const tried = routes.filter(({ path }) => path !== '/v1/events');
    expect(tried.length).toBeGreaterThan(30);
    for (const route of tried) {
      for (const address of addressesOf(route)) {
        for (const body of route.method === 'GET' ? [undefined] : BODIES) {
          const call = { ...(route.isVillages && { token: thief.token }), ...(body !== undefined && { body }) };
          const answer = await market.call(route.method, address, call);
          const said = await answer.text();
          const where = `${route.method} ${address} ${answer.status}`;
          expect(answer.status, `${where} ${said}`).toBeLessThan(500);
          for (const secret of PRIVATE) expect(said, where).not.toContain(secret);
          if (route.path.includes('{id}') && route.path !== '/v1/makers/{id}') {
            expect(answer.status, where).toBeGreaterThanOrEqual(400);
          }
        }
      }
    }
    expect(await holdings()).toBe(before);
  });

  it('without a token, or with one that is not whole, gets nothing on any village’s route', async () => {
    const wrong = [
      undefined,
      owner.token.slice(0, -1),
      `${thief.id}.${owner.token.split('.')[1]}`,
      `${owner.id}.${'a'.repeat(43)}`,
      owner.id,
    ];
    let n = 0;
    for (const route of routes.filter(({ isVillages }) => isVillages)) {
      const [address = ''] = addressesOf(route);
      for (const token of wrong) {
        const body = route.method === 'GET' ? {} : { body: {} };
        const answer = await market.call(route.method, address, {
          ...{ ...(token !== undefined && { token }), ...body, ip: `10.6.${n++ % 250}.${n >> 3}` },
        });
        expect([answer.status, (await answer.text()).includes('rahasia')], `${route.method} ${address}`).toEqual([
          401,
          false,
        ]);
      }
    }
  });
});
