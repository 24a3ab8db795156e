import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { vi } from 'vitest';
import { browser } from 'wxt/browser';
import type { ListingInput } from '#contract';
import { newId } from '#contract/newId.ts';
import { type OpensidDouble, startOpensid } from '#tests/cms/doubles/opensid.ts';
import { openTab } from '#tests/cms/opensid/browser.ts';
import { picture } from '#tests/cms/opensid/shopItem.ts';
import { Life } from '#tests/utils/outbox/life.ts';
import { fake } from '#tests/utils/sites/fakeBrowser.ts';
import type { CmsShopDeps } from '#utils/cmsShop/deps.ts';
import { toItem } from '#utils/cmsShop/item.ts';
import { syncOwed } from '#utils/cmsShop/sync.ts';
import { createDb, type Db } from '#utils/db/db.ts';
import { blankListing } from '#utils/listings/sync.ts';
import type { StoredListing } from '#utils/model/stored.ts';
import { patchSettings } from '#utils/settings.ts';
import { cmsShopTabs } from '#utils/sites/siteTabs.ts';
import { answerWriter } from '#utils/writer.ts';

const network = globalThis.fetch;
const HASH = 'a'.repeat(64);

/** A village official with the setting on, at an OpenSID: everything between the database and the CMS is the real thing. */
export class Official {
  db: Db = createDb();
  now = 1_700_000_000_000;
  /** What the CMS was asked, since the last look. */
  requests: string[] = [];

  private constructor(readonly cms: OpensidDouble) {}

  static async arrive(): Promise<Official> {
    globalThis.indexedDB = new IDBFactory();
    const official = new Official(await startOpensid());
    await official.want(true);
    const url = official.cms.url;
    const site = { url, origin: new URL(url).origin, cms: 'opensid' as const, version: null, name: null, seenAt: 1 };
    await official.db.change(['sites'], (tx) => tx.put('sites', site));
    await official.signIn('admin');
    return official;
  }

  want(shop: boolean): Promise<unknown> {
    return patchSettings(this.db, { shop });
  }

  /** An admin page of the site in a browser's tab, with our writer in it. */
  async signIn(role: string, writer = `writer of ${role}`): Promise<void> {
    const tab = await openTab(this.cms.base, role);
    const { page, document } = await tab.open('beranda');
    tab.before = ({ pathname }, { method }) => void this.requests.push(`${method ?? 'GET'} ${pathname}`);
    // What the writer asks goes out with the person's session; the steps of a redirect, which a browser makes by
    // itself, go to the network.
    globalThis.fetch = (input, init) => (init?.redirect === 'manual' ? network(input, init) : tab.fetch(input, init));
    const content = (question: { name: string }) =>
      question.name === 'page/who' ? page : answerWriter(question, document, `${this.cms.base}beranda`);
    fake.reset();
    fake.tabs = [{ id: 1, url: `${this.cms.base}beranda`, content }];
    vi.spyOn(browser.scripting, 'executeScript').mockResolvedValue([{ result: writer }] as never);
  }

  /** A listing whose article stands, changed by `over`. */
  async listing(over: Partial<ListingInput> = {}, stored: Partial<StoredListing> = {}): Promise<StoredListing> {
    const id = newId();
    const input: ListingInput = {
      ...{ rev: 1, name: 'Gula semut', description: 'Manis', price: 25_000, unit: 'bungkus', availability: 'ada' },
      ...{ packSize: { amount: 250, measure: 'gram' }, stock: null, category: 'makanan', photos: [HASH] },
      producer: { name: 'Bu Sri', phone: '+6281234567890', consent: true },
      ...{ flagship: false, terms: '', floor: null, siteUrl: this.cms.url, state: 'live' },
      ...over,
    };
    const post = { postId: '1', url: `${this.cms.url}/artikel/1`, state: 'published' as const, editedMark: 'x' };
    const listing: StoredListing = {
      ...blankListing(id, input, 1),
      ...{ serverRev: input.rev, shortUrl: `https://pasar.example/p/${id}` },
      ...{ post: { ...post, imageId: null, imageUrl: null }, postRev: input.rev },
      ...stored,
    };
    await this.put(listing);
    return listing;
  }

  /** The listing's next revision, acknowledged by the marketplace. */
  async revise(id: string, over: Partial<ListingInput>): Promise<void> {
    const known = await this.db.read(['listings'], (tx) => tx.get('listings', id));
    if (known === undefined) throw new Error(`no listing ${id}`);
    const input = { ...known.input, ...over, rev: known.input.rev + 1 };
    await this.put({ ...known, input, serverRev: input.rev });
  }

  put(listing: StoredListing): Promise<void> {
    return this.db.change(['listings'], (tx) => tx.put('listings', listing));
  }

  /** One worker's life: after a drain, or when an admin page of the site was opened. */
  async work({ visited = false, life = new Life() } = {}): Promise<void> {
    const db = createDb();
    const deps: CmsShopDeps = {
      db: {
        aside: db.aside,
        read: ((...args: Parameters<Db['read']>) => life.through(db.read.bind(db))(...args)) as Db['read'],
        change: ((...args: Parameters<Db['change']>) => life.through(db.change.bind(db))(...args)) as Db['change'],
      },
      clock: () => ({ now: this.now, random: 0.5 }),
      locks: { request: (_name, body) => body() },
      broadcast: () => undefined,
      recipe: async () => null,
      // jsdom's realm cannot read a photo back from this database; it is here all the same.
      toItem: async (listing) => {
        const item = await toItem(db, network, { ...listing, input: { ...listing.input, photos: [] } });
        return { ...item, images: item.onSale ? [picture(1)] : [] };
      },
      tabs: {
        anyOf: life.through(cmsShopTabs.anyOf),
        of: life.through(cmsShopTabs.of),
        prepare: life.through(cmsShopTabs.prepare),
        syncShop: life.through(cmsShopTabs.syncShop),
      },
    };
    await Promise.race([syncOwed(deps, visited ? this.cms.url : null), life.ended]);
  }

  get products() {
    return this.cms.state.products;
  }
}
