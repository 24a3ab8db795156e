import * as z from 'zod/mini';
import { Availability, Id, KnownPermits, ListingViews, Unit } from '#contract';
import { OpenReports } from '#contract/report.ts';
import { EDITOR_IDS, PICTURE_MISSING } from './cmsLists.ts';
import { OutboxRow } from './outbox.ts';
import { VillageKey } from './site.ts';

/** What "my listings" shows: one word for the whole state, and the row that says why when something waits. */
export const ListingView = z.object({
  id: Id,
  /** The village that owns the listing; null while that is not known. */
  village: z.nullable(VillageKey),
  /** The site that its article belongs to; absent for one without a site, and for a draft. */
  siteUrl: z.optional(z.string()),
  name: z.string(),
  price: z.int(),
  /** Null in a draft whose unit is not chosen yet. */
  unit: z.nullable(Unit),
  unitWord: z.optional(z.nullable(z.string())),
  availability: Availability,
  /** null: not counted */
  stock: z.nullable(z.int()),
  /** data: URL of the first photo from the local store, so that it shows offline; null when it is not here. */
  thumbnail: z.nullable(z.string()),
  state: z.enum([
    'draft',
    'waiting',
    'live',
    'mentioned',
    'linked',
    'verified',
    'sold_out',
    'hidden',
    'withdrawn',
    'rejected',
  ]),
  /** The operator's reason, where the state is `hidden`. */
  hidden: z.optional(z.nullable(z.string())),
  row: z.nullable(OutboxRow),
  url: z.nullable(z.string()),
  postUrl: z.nullable(z.string()),
  /** True for a contributor's post: an editor of the village site must approve it. */
  postPending: z.boolean(),
  /** True for a post that the site keeps unpublished although this account may publish. */
  postKept: z.optional(z.boolean()),
  pictureMissing: z.optional(z.enum(PICTURE_MISSING)),
  /** True when the post says what the listing's newest revision says. */
  postCurrent: z.optional(z.boolean()),
  /** True when a person put the link on the village's page: a person then has to correct it too. */
  byHand: z.optional(z.boolean()),
  /** True when what links back is a product of the site's own shop. */
  inProduct: z.optional(z.boolean()),
  /** True when the post is public, but the village site lets the marketplace's checker not in. */
  keptOut: z.optional(z.boolean()),
  permits: z.optional(KnownPermits),
  /** What buyers reported of it and no operator has looked at yet. */
  reports: z.optional(z.nullable(OpenReports)),
  /** True when a telephone number stands in words that everybody reads. */
  holdsPhone: z.optional(z.boolean()),
  /** When (ms) the village last said that it has it; absent where there is nothing to be asked of it. */
  checkedAt: z.optional(z.number()),
  /** True while the marketplace has not heard that the village still has it. */
  checkOwed: z.optional(z.boolean()),
  /** How often its page was seen in the last month that the marketplace told of. */
  views: z.optional(ListingViews),
  updatedAt: z.number(),
});
export type ListingView = z.infer<typeof ListingView>;

/** What the popup says about the tab it was opened on. */
export const TabStatus = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('ready'),
    siteUrl: z.string(),
    name: z.nullable(z.string()),
    /** The village whose products are sold there, where there is more than one. */
    village: z.nullable(z.string()),
    cms: z.string(),
    tabId: z.int(),
  }),
  z.object({ state: z.literal('can_enable'), origin: z.string(), tabId: z.int() }),
  /**
   * Enabled, but no CMS admin page is recognised: signed out, the public side, or a page without an editor. `admin` is the
   * page to open; null when none of the site's was seen yet.
   */
  z.object({
    state: z.literal('enabled_not_admin'),
    origin: z.string(),
    tabId: z.int(),
    admin: z.nullable(z.string()),
  }),
  /** browser page, file, web store …: nothing can be done here */
  z.object({ state: z.literal('cannot'), why: z.enum(['browser_page', 'store', 'file', 'own_page', 'none']) }),
]);
export type TabStatus = z.infer<typeof TabStatus>;

/** What became of "insert the product card". `html` and `text` are what to copy when it could not be put in. */
export const Inserted = z.object({
  /** `copy`: there is an editor, but it did not take the card. */
  outcome: z.enum(['inserted', 'copy', 'no_editor', 'not_enabled']),
  editor: z.nullable(z.enum(EDITOR_IDS)),
  html: z.string(),
  text: z.string(),
  /** False where the card has no pictures, because the article would not show those of another site. */
  hasPictures: z.boolean(),
  /** True where it went in as plain text, because the site was not seen to show markup. */
  isWords: z.optional(z.boolean()),
  /** What went into other fields of the form beside the card; absent where that is not done. */
  gave: z.optional(z.object({ title: z.boolean(), picture: z.boolean() })),
});
export type Inserted = z.infer<typeof Inserted>;

/** A product that an open article sells already. */
export const SoldArticle = z.object({ id: Id, name: z.string(), isDraft: z.boolean() });
export type SoldArticle = z.infer<typeof SoldArticle>;
