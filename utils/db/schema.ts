import * as z from 'zod/mini';
import { Id, PhotoHash } from '#contract';
import { Consignments } from '#utils/model/consignment.ts';
import { Draft } from '#utils/model/draft.ts';
import { Handed } from '#utils/model/handed.ts';
import { Lesson } from '#utils/model/lesson.ts';
import { StoredMaker } from '#utils/model/maker.ts';
import { OutboxRow } from '#utils/model/outbox.ts';
import { OwnTables } from '#utils/model/ownTable.ts';
import { StoredRecipes } from '#utils/model/recipe.ts';
import { CmsShopState } from '#utils/model/shop.ts';
import { Settings, Site } from '#utils/model/site.ts';
import {
  CarriedPosts,
  CarriedTraces,
  Leftovers,
  LinkHealthState,
  OpenNext,
  PendingInvite,
  ProductLists,
  SiteChoices,
  SiteProofs,
  SoldFrom,
  StoredInquiry,
  StoredListing,
  StoredPhoto,
  StoredVillage,
  TakenProducts,
  VillageDefaults,
  VillageReplies,
  VillageUsual,
} from '#utils/model/stored.ts';
import { intoVillages } from './intoVillages.ts';

/**
 * Each store's row and which member is its key. Everything that is read is checked with these schemas, because other
 * versions of the extension wrote it too.
 */
export const STORES = {
  /** The villages this device speaks for, each with its token. */
  villages: { key: 'key', row: StoredVillage },
  drafts: { key: 'id', row: Draft },
  photos: { key: 'hash', row: StoredPhoto },
  /** Little pictures of photos, kept apart so that a list need not read megabytes. */
  thumbnails: { key: 'hash', row: z.object({ hash: PhotoHash, dataUrl: z.string() }) },
  listings: { key: 'id', row: StoredListing },
  /** The address book: who makes what is sold, and who of them agreed. */
  makers: { key: 'id', row: StoredMaker },
  outbox: { key: 'id', row: OutboxRow },
  inquiries: { key: 'id', row: StoredInquiry },
  /** Inquiries with something the person has not looked at. */
  unread: { key: 'id', row: z.object({ id: Id }) },
  /** Events that have been announced, ever: one notification each. */
  announced: { key: 'id', row: z.object({ id: Id, at: z.number() }) },
  sites: { key: 'url', row: Site },
  /** Origins the person enabled. Kept apart from the browser's permissions, which may be wider (or the marketplace's). */
  origins: { key: 'origin', row: z.object({ origin: z.string(), since: z.number() }) },
  /** What is being typed in a popup. */
  typed: { key: 'key', row: z.object({ key: z.string(), text: z.string() }) },
  /** Single values; each has a schema of its own below. */
  values: { key: 'name', row: z.object({ name: z.string(), value: z.unknown() }) },
} as const satisfies Record<string, { key: string; row: z.ZodMiniType }>;

export type StoreName = keyof typeof STORES;
export type RowOf<S extends StoreName> = z.infer<(typeof STORES)[S]['row']>;

export const VALUES = {
  invite: PendingInvite,
  settings: Settings,
  choices: SiteChoices,
  villageDefaults: VillageDefaults,
  replies: VillageReplies,
  recipes: StoredRecipes,
  ownTables: OwnTables,
  usualGoods: VillageUsual,
  /** What villagers sent to their villages, and what was done with it. */
  consignments: Consignments,
  openNext: OpenNext,
  carried: CarriedPosts,
  carriedTraces: CarriedTraces,
  leftovers: Leftovers,
  upkeep: LinkHealthState,
  taken: TakenProducts,
  soldFrom: SoldFrom,
  lists: ProductLists,
  siteProofs: SiteProofs,
  shelf: CmsShopState,
  /** The lesson that runs: a person shows how a site saves an article. */
  lesson: Lesson,
  /** Cards that persons are to save, by listing. */
  handed: z.record(z.string(), Handed),
  /** When (ms) the person last copied or saved the words of the rows that could not be read. */
  asideSaved: z.number(),
} as const;

export type ValueName = keyof typeof VALUES;
export type ValueOf<V extends ValueName> = z.infer<(typeof VALUES)[V]>;

export { DB_NAME } from './version.ts';

/** Rows that could not be read are moved here, never thrown away: a later version may understand them. */
export const ASIDE = 'aside';

/** A row that was set aside: where it was, what it was, and when (ms) it was moved. */
export const AsideRow = z.object({ store: z.string(), key: z.string(), row: z.unknown(), at: z.number() });
export type AsideRow = z.infer<typeof AsideRow>;

/** One entry per version, applied in order; an upgrade adds or rewrites and never deletes a store with rows in it. */
export const UPGRADES: readonly ((db: IDBDatabase, transaction: IDBTransaction) => void)[] = [
  (db) => {
    const { villages: _, makers: __, ...first } = STORES;
    for (const [name, { key }] of Object.entries(first)) db.createObjectStore(name, { keyPath: key });
    db.createObjectStore(ASIDE, { autoIncrement: true });
  },
  (db, transaction) => {
    db.createObjectStore('villages', { keyPath: STORES.villages.key });
    intoVillages(transaction);
  },
  (db) => {
    db.createObjectStore('makers', { keyPath: STORES.makers.key });
  },
];
