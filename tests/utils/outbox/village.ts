import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import type { Recipe } from '#contract';
import { newId } from '#contract/newId.ts';
import { BASE_URL, type Marketplace, sha256, startMarketplace, type TestVillage } from '#tests/marketplace/harness.ts';
import { jpeg } from '#tests/marketplace/pictures.ts';
import { createDb, type Db } from '#utils/db/db.ts';
import { emptyForm } from '#utils/listing/form.ts';
import { createMarketplace } from '#utils/marketplace/client.ts';
import type { Fetch } from '#utils/marketplace/http.ts';
import type { Draft } from '#utils/model/draft.ts';
import type { OutboxRow } from '#utils/model/outbox.ts';
import { type Connection, type VillageKey, villageKey } from '#utils/model/site.ts';
import type { StoredVillage } from '#utils/model/stored.ts';
import type { DrivenTabs, OutboxDeps } from '#utils/outbox/deps.ts';
import { drain } from '#utils/outbox/drain.ts';
import { listOwed } from '#utils/outbox/owed.ts';
import { toPost } from '#utils/outbox/post.ts';
import type { Trigger } from '#utils/outbox/retryPolicy.ts';
import { nextMoment, trigger } from '#utils/outbox/store.ts';
import { witness } from '#utils/outbox/witness.ts';
import { toBase64 } from '#utils/photos/base64.ts';
import { keepPhoto } from '#utils/photos/store.ts';
import { VillageSite } from './cms.ts';
import { Life, mortal } from './life.ts';
import { NO_DRIVEN } from './noDriven.ts';

/** One village official's laptop: its disk, its clock, its network, and the real marketplace at the other end of it. */
export class Laptop {
  db: Db = createDb();
  now = 1_700_000_000_000;
  /**
   * Answers instead of the network, in order: `cut` before it leaves, `cutAfter` when the marketplace has done it, a
   * status by a proxy; null is none.
   */
  faults: ('cut' | 'cutAfter' | number | null)[] = [];
  isConnected = true;
  /** How the site saves, where it is one that was shown. */
  recipe: Recipe | null = null;
  requests: string[] = [];
  /** The tabs that a person's "write now" has opened. */
  driven: DrivenTabs = NO_DRIVEN;

  private constructor(
    readonly market: Marketplace,
    public village: TestVillage,
    readonly site: VillageSite,
  ) {}

  static async start(): Promise<Laptop> {
    const market = await startMarketplace({ backend: 'embedded', config: { allowPrivateHosts: true } });
    const site = new VillageSite();
    await site.start();
    return new Laptop(market, await market.village('Desa Dagan', [site.url]), site);
  }

  async stop(): Promise<void> {
    await this.site.stop();
    await this.market.stop();
  }

  /** A new disk and no faults; the marketplace goes on. */
  reset(): void {
    globalThis.indexedDB = new IDBFactory();
    this.db = createDb();
    this.faults = [];
    this.requests = [];
    this.isConnected = true;
    this.site.posts = [];
    this.site.tabs = [{ id: 1, writer: 'writer-1', openPost: null }];
    this.site.faults = [];
    this.site.saves = 0;
    this.site.overwrites = [];
    this.site.told = [];
    this.site.firsts = [];
    this.site.isContributor = false;
    this.site.isDown = false;
    this.site.isGuarded = false;
    this.site.isClosed = false;
    this.site.mentions = false;
    this.recipe = null;
    this.driven = NO_DRIVEN;
  }

  /** The network of a worker: it ends with its life. */
  fetch(life: Life): Fetch {
    return async (url, init) => {
      await life.step();
      const fault = this.faults.shift();
      if (fault === 'cut') throw new TypeError('Failed to fetch');
      if (typeof fault === 'number') return new Response('proxy error', { status: fault });
      this.requests.push(`${init?.method} ${new URL(url).pathname}`);
      const answer = await this.market.app.request(new URL(url).pathname + new URL(url).search, init, {
        incoming: { socket: { remoteAddress: '198.51.100.7' } },
      });
      await life.step();
      if (fault === 'cutAfter') throw new TypeError('Failed to fetch');
      return answer;
    };
  }

  /** A background as a worker makes it when it starts: nothing but what is on the disk. */
  deps(life = new Life()): OutboxDeps {
    const db = createDb();
    const fetch = this.fetch(life);
    let turn: Promise<unknown> = Promise.resolve();
    const deps: OutboxDeps = {
      db,
      clock: () => ({ now: this.now, random: 0.5 }),
      locks: {
        request: (_name, body) => {
          turn = turn.then(body, body);
          return turn;
        },
      },
      marketplace: async () =>
        this.isConnected ? createMarketplace({ url: BASE_URL, token: this.village.token, fetch }) : null,
      disconnected: async () => {
        this.isConnected = false;
      },
      tabs: this.site.hands(),
      driven: this.driven,
      recipe: async () => this.recipe,
      toPost: (listing, options) => toPost({ db, fetch, connection: this.connection() }, listing, options),
      seesLink: async (listing) => (this.site.isClosed ? 'signed_in' : witness(globalThis.fetch, listing)),
      broadcast: () => undefined,
      armAlarm: async () => undefined,
      schedule: async () => undefined,
    };
    return mortal(deps, life);
  }

  /** As the rows of this village carry it. */
  get key(): VillageKey {
    return villageKey(this.connection());
  }

  /** The laptop's disk knows the village, as after an invite. */
  know(
    connection = this.connection(),
    inbox: StoredVillage['inbox'] = { cursor: null, syncedAt: null },
  ): Promise<void> {
    const key = villageKey(connection);
    return this.db.change(['villages'], (tx) =>
      tx.put('villages', { key, public: connection, token: this.village.token, revoked: false, inbox }),
    );
  }

  connection(): Connection {
    const { id, slug, deviceId } = this.village;
    const village = { id, slug, name: 'Desa Dagan', code: null, district: null, regency: null };
    return {
      marketplaceUrl: BASE_URL,
      deviceId,
      deviceName: 'Laptop',
      village: { ...village, sites: [this.site.url], url: `${BASE_URL}/desa/${slug}`, status: 'approved' },
    };
  }

  /** A filled form with one photo that is on this disk. */
  async draft(changes: Partial<Draft['form']> = {}): Promise<Draft> {
    const bytes = await jpeg({ width: 64, height: 48, seed: 7 });
    const hash = sha256(bytes);
    const photo = { hash, type: 'image/jpeg' as const, width: 64, height: 48, bytes: bytes.length };
    await keepPhoto(this.db, photo, toBase64(new Uint8Array(bytes).buffer), this.now);
    const defaults = {
      producerName: 'Bu Siti',
      producerPhone: '081234567890',
      terms: 'COD',
      category: 'makanan',
      unit: 'kg',
    };
    const form = { ...emptyForm(defaults), name: 'Gula semut', price: '25rb', consent: true, ...changes };
    return {
      id: newId(),
      siteUrl: this.site.url,
      form,
      photos: [photo],
      baseRev: 0,
      prefilled: null,
      issues: [],
      updatedAt: 0,
    };
  }

  owed(): Promise<OutboxRow[]> {
    return listOwed(this.db);
  }

  async row(id: string): Promise<OutboxRow | undefined> {
    return (await this.owed()).find((row) => row.id === id);
  }

  async trigger(by: Trigger): Promise<void> {
    await trigger(this.db, by, by === 'handshake' ? this.site.url : null, { now: this.now, random: 0.5 });
  }

  /** One worker drains until it is done or dies. */
  async drain(life = new Life()): Promise<void> {
    await Promise.race([drain(this.deps(life)), life.ended]);
  }

  /** Days of ordinary use: the clock moves on, pages are opened, the network is back; until nothing is owed. */
  async live(rounds = 40): Promise<void> {
    for (let round = 0; round < rounds; round += 1) {
      await this.drain();
      if ((await this.owed()).length === 0) return;
      const moment = await nextMoment(this.db);
      if (moment !== null) this.now = Math.max(this.now, moment);
      else for (const by of ['handshake', 'online', 'connected'] as const) await this.trigger(by);
    }
    throw new Error(`still owed: ${JSON.stringify(await this.owed())}`);
  }

  /** What the marketplace holds under this id, as its owner sees it. */
  async onMarket(id: string) {
    const deps = this.deps();
    const marketplace = await deps.marketplace(this.key);
    return marketplace?.listing(id);
  }
}
