import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ZodMiniType } from 'zod/mini';
import { BacklinkInput, DeviceInput, Listing, ListingPut, VillageMessage, VillagePatch } from '#contract';
import { newId } from '#contract/newId.ts';
import { act } from '#marketplace/inquiries/act.ts';
import type { Command } from '#marketplace/inquiries/transitions.ts';
import { hashSecret } from '#marketplace/villages/tokens.ts';
import { type Marketplace, sha256, startMarketplace, type TestVillage } from '#tests/marketplace/harness.ts';
import { addListing, openThread } from '#tests/marketplace/inquiries/fixture.ts';
import { RELEASES, type Release } from './checkout.ts';
import { frozenWire, type Request } from './frozen.ts';

let market: Marketplace;
beforeAll(async () => {
  market = await startMarketplace({ backend: 'embedded', config: { allowPrivateHosts: true } });
}, 180_000);
afterAll(() => market.stop());

/** Which schema of today’s contract a body of this route must fit. */
const BODIES: Record<string, ZodMiniType> = {
  'POST /v1/devices': DeviceInput,
  'PATCH /v1/me': VillagePatch,
  'PUT /v1/listings/:id': ListingPut,
  'PUT /v1/listings/:id/backlink': BacklinkInput,
  'PUT /v1/inquiries/:id/messages/:messageId': VillageMessage,
};

describe.each(Object.keys(RELEASES) as Release[])('what the extension of version %s sends', (release) => {
  const requests = frozenWire(release, 'requests') as Request[];
  const listings = requests.filter(({ route }) => route === 'PUT /v1/listings/:id');
  const photo = requests.find(({ route }) => route === 'PUT /v1/photos/:sha256');
  /** The village whose device sends, on the sites that the requests name. */
  let village: TestVillage;

  beforeAll(async () => {
    const urls = requests.flatMap(({ body }) => (hasUrl(body) ? [new URL(body.url).origin] : []));
    village = await market.village('Desa Dagan', [...new Set(urls)]);
  });

  const send = ({ route, at, contentType, body }: Request) => {
    const [method = '', path = ''] = route.split(' ');
    const raw = body instanceof ArrayBuffer ? body : body === null ? undefined : JSON.stringify(body);
    return market.call(
      method,
      path.replace(/:(\w+)/g, (_, name: string) => at[name] ?? ''),
      {
        token: village.token,
        ...(raw !== undefined && { raw }),
        ...(contentType !== null && { headers: { 'content-type': contentType } }),
      },
    );
  };

  /** Brings the marketplace to where it was when the request came; the request, with the ids that it has here. */
  async function prepare(request: Request): Promise<Request> {
    if (request.thread !== undefined) return { ...request, at: { ...request.at, id: await thread(request.thread) } };
    if (request.route === 'POST /v1/devices') await invite((request.body as { invite: string }).invite);
    if (request.route === 'DELETE /v1/devices/:id') return { ...request, at: { id: village.deviceId } };
    if (request.route.endsWith('/backlink')) return { ...request, at: { id: (await addListing(market, village)).id } };
    if (request.route === 'PUT /v1/listings/:id' && photo !== undefined) await send(photo);
    return request;
  }

  async function invite(code: string): Promise<void> {
    const at = market.clock.now();
    const expires = new Date(at.getTime() + 86_400_000);
    const row = { code_hash: hashSecret(code), village_id: village.id, created_at: at, expires_at: expires };
    await market.deps.db
      .insertInto('invites')
      .values({ ...row, used_by: null, used_at: null })
      .execute();
  }

  async function thread(state: NonNullable<Request['thread']>): Promise<string> {
    const listing = await addListing(market, village);
    const terms = { price: 20_000, quantity: 10 };
    const { id } = await openThread(market, listing, state === 'asked' ? { text: 'Ada?' } : { text: '', terms });
    if (state !== 'deal') return id;
    const command: Command = { by: 'village', kind: 'accept', text: '', seen: 1 };
    await act(market.deps, { villageId: village.id, id }, { messageId: newId(), command, deviceId: null });
    return id;
  }

  test('names its photo by its bytes, as the marketplace does', () => {
    expect(sha256(new Uint8Array(photo?.body as ArrayBuffer))).toBe(photo?.at.sha256);
    expect(listings.length).toBeGreaterThan(3);
  });

  test.each(requests.filter(({ route }) => route in BODIES).map((one) => [one.about, one] as const))(
    'fits today’s contract: %s',
    (_, { route, body }) => {
      expect(BODIES[route]?.safeParse(body).error).toBeUndefined();
    },
  );

  // Signing out comes last: from then on the device's token is no longer good.
  const inOrder = [...requests].sort(
    (a, b) => Number(a.route.startsWith('DELETE')) - Number(b.route.startsWith('DELETE')),
  );
  test.each(inOrder.map((one) => [one.about, one] as const))(
    'is accepted by the running app: %s',
    async (_, request) => {
      const response = await send(await prepare(request));
      expect([200, 201, 204], await response.clone().text()).toContain(response.status);
      if (request.route !== 'PUT /v1/listings/:id') return;
      const { input } = Listing.parse(await response.json());
      expect(input).toMatchObject(request.body as object);
    },
  );
});

function hasUrl(body: unknown): body is { url: string } {
  return typeof body === 'object' && body !== null && 'url' in body && typeof body.url === 'string';
}
