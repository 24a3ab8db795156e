import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { createInvite } from '#marketplace/villages/invites.ts';
import { BASE_URL, type Marketplace, sha256, startMarketplace, type TestVillage } from '#tests/marketplace/harness.ts';
import { jpeg } from '#tests/marketplace/pictures.ts';
import { NO_DRIVEN } from '#tests/utils/outbox/noDriven.ts';
import type { Background } from '#utils/background/context.ts';
import { markRevoked, redeem } from '#utils/connection/connection.ts';
import { createDb, type Db } from '#utils/db/db.ts';
import { openDraft } from '#utils/drafts/drafts.ts';
import { publish } from '#utils/drafts/publish.ts';
import type { Fetch } from '#utils/marketplace/http.ts';
import type { DraftPhoto } from '#utils/model/draft.ts';
import { type VillageKey, villageKey } from '#utils/model/site.ts';
import type { OutboxDeps } from '#utils/outbox/deps.ts';
import { drain } from '#utils/outbox/drain.ts';
import { toPost } from '#utils/outbox/post.ts';
import { toBase64 } from '#utils/photos/base64.ts';
import { keepPhoto } from '#utils/photos/store.ts';
import { needConnection, openMarketplace } from '#utils/villages/villages.ts';
import { Folders } from './villageInFolder.ts';

export interface Folder extends TestVillage {
  key: VillageKey;
  siteUrl: string;
}

/** One laptop that looks after two villages in folders of one host, both connected to the real marketplace by invites. */
export class Kecamatan {
  db: Db = createDb();
  now = 1_700_000_000_000;
  /** Every request to the marketplace: which village's token, and where to. */
  requests: { token: string; path: string }[] = [];
  readonly sites = new Folders(['utara', 'selatan']);

  private constructor(readonly market: Marketplace) {}

  static async start(): Promise<Kecamatan> {
    const kecamatan = new Kecamatan(
      await startMarketplace({ backend: 'embedded', config: { allowPrivateHosts: true } }),
    );
    await kecamatan.sites.start();
    return kecamatan;
  }

  async stop(): Promise<void> {
    await this.sites.stop();
    await this.market.stop();
  }

  /** A new disk, with two new villages connected. */
  async connect(): Promise<[north: Folder, south: Folder]> {
    globalThis.indexedDB = new IDBFactory();
    this.db = createDb();
    this.requests = [];
    this.sites.posts = [];
    return [await this.village('utara'), await this.village('selatan')];
  }

  async village(folder: string): Promise<Folder> {
    const siteUrl = this.sites.urlOf(folder);
    const made = await this.market.village(`Desa ${folder}`, [siteUrl]);
    const { code } = await createInvite(this.market.deps, made.id);
    const connection = await redeem(this.db, this.fetch, `${BASE_URL}/undang/${code}`, 'Laptop kecamatan');
    const key = villageKey(connection);
    const stored = await this.db.read(['villages'], (tx) => tx.get('villages', key));
    return { ...made, token: stored?.token ?? '', deviceId: connection.deviceId, key, siteUrl };
  }

  fetch: Fetch = async (address, init) => {
    const { pathname, search } = new URL(address);
    const token = new Headers(init?.headers).get('authorization')?.replace('Bearer ', '') ?? '';
    this.requests.push({ token, path: pathname });
    return this.market.app.request(pathname + search, init, {
      incoming: { socket: { remoteAddress: '198.51.100.7' } },
    });
  };

  background(): Background {
    return {
      db: this.db,
      fetch: this.fetch,
      clock: () => ({ now: this.now, random: 0.5 }),
      marketplace: (village) => openMarketplace(this.db, this.fetch, village),
      broadcast: () => undefined,
      drain: () => undefined,
      trigger: () => undefined,
    };
  }

  async drain(): Promise<void> {
    const { db, clock, marketplace } = this.background();
    const deps: OutboxDeps = {
      db,
      clock,
      marketplace,
      locks: { request: (_name, body) => body() },
      disconnected: (village, token) => markRevoked(db, village, token),
      tabs: this.sites.hands(),
      driven: NO_DRIVEN,
      recipe: async () => null,
      toPost: async (listing) =>
        toPost({ db, fetch: this.fetch, connection: await needConnection(db, listing.village) }, listing),
      seesLink: async () => 'nobody' as const,
      broadcast: () => undefined,
      armAlarm: async () => undefined,
      schedule: async () => undefined,
    };
    await drain(deps);
  }

  /** A product, published from the panel of this site; its id. */
  async sell(siteUrl: string | null, name: string): Promise<string> {
    const draft = await openDraft(this.db, null, siteUrl, this.now);
    const words = { name, price: '25rb', unit: 'kg', category: 'makanan' };
    const maker = { producerName: 'Bu Siti', producerPhone: '081234567890', consent: true };
    const form = { ...draft.form, ...words, ...maker };
    const { issues } = await publish(
      this.db,
      { ...draft, form, photos: [await this.photo()] },
      { now: this.now, random: 0.5 },
    );
    if (issues.length > 0) throw new Error(JSON.stringify(issues));
    return draft.id;
  }

  private async photo(): Promise<DraftPhoto> {
    const bytes = await jpeg({ width: 64, height: 48, seed: 7 });
    const photo = { hash: sha256(bytes), type: 'image/jpeg' as const, width: 64, height: 48, bytes: bytes.length };
    await keepPhoto(this.db, photo, toBase64(new Uint8Array(bytes).buffer), this.now);
    return photo;
  }

  /** What the marketplace holds of a village: the names of its listings. */
  async onMarket({ token }: TestVillage): Promise<string[]> {
    const answer = await this.market.call('GET', '/v1/listings?mine=1', { token });
    const { listings } = (await answer.json()) as { listings: { input: { name: string } }[] };
    return listings.map(({ input }) => input.name);
  }
}
