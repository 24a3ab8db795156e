import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#contract/newId.ts';
import { act } from '#marketplace/inquiries/act.ts';
import { forgetOrphans, setMail } from '#marketplace/inquiries/store/contacts.ts';
import { askToConfirm } from '#marketplace/notify/official.ts';
import { keepBrowser } from '#marketplace/notify/push/keep.ts';
import { revokeDevice } from '#marketplace/villages/devices.ts';
import { backends, type Marketplace, startMarketplace, type TestVillage } from '#tests/marketplace/harness.ts';
import { addListing, openThread } from '#tests/marketplace/inquiries/fixture.ts';
import { startPushService } from './pushService.ts';

let service: Awaited<ReturnType<typeof startPushService>>;
let market: Marketplace;
let village: TestVillage;
beforeAll(async () => {
  service = await startPushService();
  market = await startMarketplace({ backend: backends.at(-1) ?? 'embedded' });
  village = await market.village('Desa Dagan');
});
afterAll(async () => {
  await market.stop();
  service.stop();
});

const contacts = () => market.deps.db.selectFrom('contacts').selectAll().execute();
const MAIL = { address: 'rina@contoh.example', locale: 'id' } as const;
const browser = () => ({ subscription: service.subscription(), locale: 'id' as const });

describe('an address goes with what it belonged to', () => {
  it('and is not kept when it comes after its thread was erased', async () => {
    const { id } = await openThread(market, await addListing(market, village));
    const key = { villageId: village.id, id };
    await act(market.deps, key, { messageId: newId(), command: { by: 'buyer', kind: 'erase' }, deviceId: null });
    await market.deps.db.transaction().execute((db) => setMail(db, market.deps, key, MAIL));
    await keepBrowser(market.deps, { villageId: village.id, inquiryId: id }, browser());
    expect(await contacts()).toEqual([]);
  });

  it('and is not kept when it comes after its phone was ended', async () => {
    const { deviceId } = await market.device(village.id);
    await revokeDevice(market.deps, village.id, deviceId);
    const actor = { villageId: village.id, deviceId } as Parameters<typeof askToConfirm>[1];
    await askToConfirm(market.deps, actor, MAIL);
    await keepBrowser(market.deps, { villageId: village.id, deviceId }, browser());
    expect(await contacts()).toEqual([]);
  });

  it('and is deleted in the night when its thread or device is there no more', async () => {
    const { id } = await openThread(market, await addListing(market, village));
    const { deviceId } = await market.device(village.id);
    await keepBrowser(market.deps, { villageId: village.id, inquiryId: id }, browser());
    await keepBrowser(market.deps, { villageId: village.id, deviceId }, browser());
    await keepBrowser(market.deps, { villageId: village.id, deviceId: village.deviceId }, browser());
    expect((await contacts()).length).toBe(3);
    await market.deps.db.updateTable('inquiries').set({ secret_hash: null }).where('id', '=', id).execute();
    await market.deps.db.updateTable('devices').set({ revoked_at: new Date() }).where('id', '=', deviceId).execute();
    await forgetOrphans(market.deps);
    expect((await contacts()).map(({ device_id }) => device_id)).toEqual([village.deviceId]);
  });
});
