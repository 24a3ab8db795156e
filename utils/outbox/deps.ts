import type { Id, Recipe } from '#contract';
import type { CmsPage, LinkBackPost, PostRef, PostToUnpublish } from '#utils/cms/types.ts';
import type { Db } from '#utils/db/db.ts';
import type { Marketplace } from '#utils/marketplace/client.ts';
import type { DriveEnd, DrivenTab } from '#utils/model/driven.ts';
import type { VillageKey } from '#utils/model/site.ts';
import type { StoredListing } from '#utils/model/stored.ts';
import type { Changed } from '#utils/runtime/changed.ts';
import type { Clock } from './transition.ts';

/** A signed-in admin page of a village site, as its content script says right now. */
export interface SiteTab {
  tabId: number;
  page: CmsPage;
}

/** The tabs that can write. Every call asks the browser anew: tabs come and go, and this worker's memory is no state. */
export interface SiteTabs {
  of(siteUrl: string): Promise<SiteTab[]>;
  /** Puts the writer into the tab (once) and answers its name: the same name is the same, still living writer. */
  prepare(tabId: number): Promise<string>;
  /**
   * Both throw `CmsError` as the driver does, or `TabLostError` when no answer came. `recipe`: how the site saves, where
   * no adapter knows it.
   */
  save(tabId: number, post: LinkBackPost, recipe?: Recipe): Promise<PostRef>;
  unpublish(tabId: number, post: PostToUnpublish, recipe?: Recipe): Promise<PostRef | null>;
  /** Any open pages of a site, the one in front first: enough for a site that was learned. */
  anyOf(siteUrl: string): Promise<number[]>;
}

/** How the driving of a page ended, as its note says it. */
export type DrivenSaid =
  | 'done'
  | 'unclear'
  | 'cut_off'
  | 'not_read'
  | Extract<DriveEnd, { state: 'not_pressed' }>['why'];

/** The tabs that a person's press has opened, in which a page is driven in their sight; each press is good for one try. */
export interface DrivenTabs {
  of(listingId: Id): Promise<DrivenTab | null>;
  /** Notes that the form is being filled in now, with this revision. */
  begin(listingId: Id, rev: number): Promise<void>;
  /** Throws `CmsError` where nothing could be read, so that nothing was pressed, and `TabLostError` when no answer came. */
  drive(tab: DrivenTab, post: LinkBackPost, recipe: Recipe): Promise<DriveEnd>;
  /** Finds in public what came of a press. Throws `CmsError` where nothing is found, and `TabLostError`. */
  look(tab: DrivenTab, post: LinkBackPost, recipe: Recipe): Promise<PostRef>;
  /** The press is used up; the tab says how it ended. */
  end(listingId: Id, said: DrivenSaid): Promise<void>;
}

/** The open tabs of a site that an adapter works in: a page that none knows may hold an editor, but it is no way into the site. */
export async function adapterTabs(tabs: Pick<SiteTabs, 'of'>, siteUrl: string): Promise<SiteTab[]> {
  return (await tabs.of(siteUrl)).filter(({ page }) => page.cms !== 'assist');
}

/** Whom this browser found to see a link. */
export type Witnessed = 'everybody' | 'signed_in' | 'nobody';

/** The tab was closed or went to another page before it answered; whether the CMS has written is not known. */
export class TabLostError extends Error {
  override name = 'TabLostError';
}

/** Everything that the outbox needs from outside, so that a test can build, cut and rebuild it. */
export interface OutboxDeps {
  db: Db;
  clock(): Clock;
  locks: { request(name: string, body: () => Promise<void>): Promise<unknown> };
  /** A village's marketplace; null while that village is not connected. */
  marketplace(village: VillageKey | null): Promise<Marketplace | null>;
  /** Called when the marketplace said that this token of this village is no longer good. */
  disconnected(village: VillageKey, token: string): Promise<void>;
  tabs: SiteTabs;
  driven: DrivenTabs;
  /** How this site saves an article, where a person has shown it; null elsewhere. */
  recipe(siteUrl: string): Promise<Recipe | null>;
  /**
   * The post for a listing; what is known of an earlier one is filled in by the step. `pricedInWords` is false where
   * nobody but a person can change it later: then the price stands in the badge alone. `saysSoldOut`: so does that it is
   * sold out, because some of these sites show no picture, and so no badge.
   */
  toPost(
    listing: StoredListing,
    options?: { pricedInWords: boolean; saysSoldOut?: boolean },
  ): Promise<Omit<LinkBackPost, 'known' | 'overwriteEdits'>>;
  /** Who sees the link on the listing's article, asked from this browser: a stranger, the signed-in person alone, nobody. */
  seesLink(listing: StoredListing): Promise<Witnessed>;
  broadcast(changed: Changed['changed'], id: string | null): void;
  /** Makes sure that a worker comes back, should this one die now. */
  armAlarm(): Promise<void>;
  /** Says when a worker must come back (ms); null when nothing is owed that a clock would move. */
  schedule(at: number | null): Promise<void>;
}
