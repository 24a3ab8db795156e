import * as z from 'zod/mini';
import { storedLocale, Village } from '#contract';
import { CMS_IDS, OWN_SHOPS } from './cmsLists.ts';

/** A village site seen on an enabled origin. Its URL with path is its name: sub-folders are different sites. */
export const Site = z.object({
  url: z.string(),
  origin: z.string(),
  cms: z.enum(CMS_IDS),
  version: z.nullable(z.string()),
  name: z.nullable(z.string()),
  /** ms since the epoch */
  seenAt: z.number(),
  /** Of an unknown CMS, whose admin address nobody can tell: the page at which its editor was last seen. */
  editorUrl: z.optional(z.string()),
  /** The shop that was seen there, where not every site of its CMS has one. */
  ownShop: z.optional(z.enum(OWN_SHOPS)),
  /** Of the same, folders of its admin, below the site: the person opened the panel on a page in them. */
  openedIn: z.optional(z.array(z.string())),
});
export type Site = z.infer<typeof Site>;

/** The connection of one village. The token is not in it: this is what the pages may see. */
export const Connection = z.object({
  marketplaceUrl: z.string(),
  deviceId: z.string(),
  deviceName: z.string(),
  village: Village,
});
export type Connection = z.infer<typeof Connection>;

/** Names one village on one marketplace; every row that belongs to a village carries it. */
export const VillageKey = z.string();
export type VillageKey = z.infer<typeof VillageKey>;

/**
 * Builds the key from the marketplace's address and the village's id, because two marketplaces may give the same id.
 */
export function villageKey({ marketplaceUrl, village }: Connection): VillageKey {
  return `${marketplaceUrl} ${village.id}`;
}

/** A village that this device speaks for, or did. */
export const KnownVillage = z.object({
  key: VillageKey,
  connection: Connection,
  /** `revoked`: the marketplace ended it; `signed_out`: the person ended it. What is owed waits for the next invite. */
  state: z.enum(['connected', 'revoked', 'signed_out']),
});
export type KnownVillage = z.infer<typeof KnownVillage>;

/** Which village a product of the panel is for. */
export const PanelVillage = z.object({
  /** Null while the village is not decided, or is not connected. */
  connection: z.nullable(Connection),
  /** The name of the village that the product belongs to, when that village is not connected on this device now. */
  missing: z.nullable(z.string()),
  /** The candidates that the person may choose from; empty when there is nothing to choose. */
  among: z.array(KnownVillage),
  /** True when this device knows more than one village, so that the village's name is worth showing. */
  several: z.boolean(),
});
export type PanelVillage = z.infer<typeof PanelVillage>;

/** Values that fill a new draft. */
export const Defaults = z.object({
  producerName: z.string(),
  producerPhone: z.string(),
  terms: z.string(),
  /** As a form writes it; absent: nobody has said. */
  exchange: z.optional(z.string()),
  category: z.string(),
  unit: z.string(),
});

export const Settings = z.object({
  /** A language that this version does not know reads as Indonesian. */
  locale: z.pipe(
    z.string(),
    z.transform((name: string) => storedLocale(name)),
  ),
  notifications: z.boolean(),
  /** Fill a new draft from what was typed last time. */
  rememberDefaults: z.boolean(),
  defaults: Defaults,
  /** Quick replies of a device that knows no village, or knew none when they were written (`VillageReplies`). */
  ownReplies: z.array(z.string()),
  /**
   * True puts listings into OpenSID's Lapak too; absent means no. It is optional and has no default, because patches are
   * parsed by this schema too.
   */
  shop: z.optional(z.boolean()),
  /** The same for WooCommerce: whoever wanted the one has not asked for the other. */
  wooCommerce: z.optional(z.boolean()),
  /** The same for the product tables of sites that were shown. */
  productTable: z.optional(z.boolean()),
});
export type Settings = z.infer<typeof Settings>;
