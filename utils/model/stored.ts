import * as z from 'zod/mini';
import { Id, Inquiry, ListingViews, PhotoHash, SaidListing, UsualGoods, Verification } from '#contract';
import { OpenReports } from '#contract/report.ts';
import { PostRef, PostTrace } from './cms.ts';
import { POST_HEALTHS } from './cmsLists.ts';
import { DraftPhoto } from './draft.ts';
import { Connection, Defaults, VillageKey } from './site.ts';

/**
 * What is remembered of writes whose end nobody knows: a post may stand that `post` does not tell of. It is looked for
 * before the next write, and taken down with the listing. `posts` are those that the CMS had named; `at` (ms) is when the
 * last such write was begun, because a site whose gateway has given up may still be saving.
 */
export const MayStand = z.object({ at: z.number(), posts: z.array(PostTrace) });
export type MayStand = z.infer<typeof MayStand>;

/** A listing as this browser knows it: what the village last said, what the marketplace has, and the post that links back. */
export const StoredListing = z.object({
  id: Id,
  /**
   * The village that owns the listing. Null when it was made before any village was connected: it then goes to the
   * village that its site turns out to belong to.
   */
  village: z._default(z.nullable(VillageKey), null),
  /** The newest revision said on this device (or brought by the marketplace from another one). */
  input: SaidListing,
  /** The newest revision that the marketplace has acknowledged or shown; 0 before the first. */
  serverRev: z.int(),
  /** What was last agreed with the marketplace; kept while `input` has still to be said there. */
  agreed: z.optional(SaidListing),
  /** What another device has said meanwhile, which `input` was not written over; kept until the person settles it. */
  theirs: z.optional(SaidListing),
  /** The marketplace's last answer lacked some of what was said: its version did not know of it. */
  unheard: z.optional(z.boolean()),
  url: z.nullable(z.string()),
  shortUrl: z.nullable(z.string()),
  verification: z.nullable(Verification),
  /** An operator hid it: the reason in the operator's words. */
  hidden: z.nullable(z.string()),
  /** What buyers reported of it and no operator has looked at yet; absent or null for nothing. */
  reports: z.optional(z.nullable(OpenReports)),
  /** When (ms) the village last said, on any device, that it still has it; absent: with its last revision. */
  checkedAt: z.optional(z.number()),
  /** True while the marketplace has not heard of that. */
  checkOwed: z.optional(z.boolean()),
  /** How often its page was seen, as the marketplace last told it. */
  views: z.optional(ListingViews),
  post: z.nullable(PostRef),
  /** The link that the post held before a rekey, when the product had another id. A post with this link is ours too. */
  former: z.optional(z.string()),
  /** The revision that the post was written from; 0 when no write has ended well yet. */
  postRev: z.int(),
  /** When the post was last written or checked (ms); 0 when it never was. */
  postAt: z.number(),
  /**
   * The write that is in flight: set before the write is handed to a tab, cleared by the tab's answer. A write that is
   * still here after the worker has died may have gone through, so the next write waits for it: in the same writer by
   * queueing, in another one by giving the CMS time to finish.
   */
  writing: z.nullable(z.object({ writer: z.string(), at: z.number() })),
  /**
   * The listing was begun on this device, and no write of its post was ever begun: nothing of it can stand on the site.
   * Absent from the moment before the first write on, and where an earlier version may have tried.
   */
  untried: z.optional(z.boolean()),
  /** Absent when the end of every write is known. */
  mayStand: z.optional(MayStand),
  /** This browser saw the link on the public page which the marketplace's checker could not read: a guard keeps it out. */
  keptOut: z.optional(z.boolean()),
  /** The person saw that the post was edited by hand and said to overwrite it; cleared when it was. */
  overwriteEdits: z.boolean(),
  /** The person gave up the link back (the listing stays on the marketplace). */
  linkbackSkipped: z.boolean(),
  /** Its card goes into the article that it was started from, by a person: no article of its own is written. */
  inArticle: z.optional(z.boolean()),
  /** What it was started from is a product of the site's own shop, in which its card goes. */
  inProduct: z.optional(z.boolean()),
  /** ms since the epoch */
  updatedAt: z.number(),
});
export type StoredListing = z.infer<typeof StoredListing>;

/** A photo's bytes and to which marketplaces they have gone. */
export const StoredPhoto = z.object({
  hash: PhotoHash,
  photo: DraftPhoto,
  bytes: z.instanceof(ArrayBuffer),
  sentTo: z.array(z.string()),
  keptAt: z.number(),
});
export type StoredPhoto = z.infer<typeof StoredPhoto>;

/** An inquiry, and which village was asked. */
export const StoredInquiry = z.extend(Inquiry, { village: VillageKey });
export type StoredInquiry = z.infer<typeof StoredInquiry>;

export const InboxState = z.object({ cursor: z.nullable(z.string()), syncedAt: z.nullable(z.number()) });

/**
 * A village's row, token included: it is sent to no page. (The popup reads rows by itself, in
 * `background/directReads.ts`, and passes no token on.)
 */
export const StoredVillage = z.object({
  key: VillageKey,
  public: Connection,
  /** Empty once the person has signed out. */
  token: z.string(),
  /** The token is no longer good. */
  revoked: z.boolean(),
  /** How far its inbox has been read. */
  inbox: InboxState,
});
export type StoredVillage = z.infer<typeof StoredVillage>;

/**
 * An invite that is being redeemed. The device's id is kept, so that asking again after a lost answer gives the token
 * all the same.
 */
export const PendingInvite = z.object({
  marketplaceUrl: z.string(),
  code: z.string(),
  deviceId: Id,
  /** The letters that it was opened by: they are good once, and the answer to what came after may be lost. */
  letters: z.optional(z.string()),
});

/** A listing to open in the panel as soon as an admin page of its site is there. */
export const OpenNext = z.object({ siteUrl: z.string(), listingId: Id, until: z.number() });

/**
 * Link health: what checks of our posts have found (stored as `upkeep`). It is derived, so it may be lost: the next
 * check finds it again.
 */
export const LinkHealthState = z.object({
  /** By site: the moment (ms) before which the site is not checked again. */
  nextLook: z.record(z.string(), z.number()),
  /** By listing: what the check found, and at which write of the post (`postAt`) it found this. */
  found: z.record(z.string(), z.object({ health: z.enum(POST_HEALTHS), postAt: z.number(), at: z.number() })),
});
export type LinkHealthState = z.infer<typeof LinkHealthState>;

/**
 * The person's answers to "which village is this site for?", by the site's URL. The answer for products without a site
 * stands under the empty URL.
 */
export const SiteChoices = z.record(z.string(), VillageKey);

/** A village's own quick replies, and how far the marketplace has heard of them; while `rev` is the newer one, they are owed. */
export const KeptReplies = z.object({
  texts: z.array(z.string()),
  rev: z.int(),
  serverRev: z.int(),
  /** What the marketplace had at `serverRev`: what was added and removed since was said over it. */
  agreed: z.optional(z.array(z.string())),
  /** The revision that the marketplace refused: it is not sent again. */
  refused: z.optional(z.int()),
});
export type KeptReplies = z.infer<typeof KeptReplies>;
export const VillageReplies = z.record(VillageKey, KeptReplies);

/** What villages of each one's regency usually sell, and when (ms) the marketplace was asked. */
export const VillageUsual = z.record(VillageKey, z.object({ at: z.number(), goods: z.array(UsualGoods) }));

/** What new products start with, for each village its own; used when this device knows more than one. */
export const VillageDefaults = z.record(VillageKey, Defaults);

/**
 * Rekeyed posts (stored as `carried`), by draft: the article of its product that already stands on the site, and the
 * link in that article.
 */
export const CarriedPosts = z.record(z.string(), z.object({ post: PostRef, link: z.string() }));

/** Products that were listed together, by the site they are for, in their order. */
export const ProductLists = z.array(z.object({ siteUrl: z.nullable(z.string()), ids: z.array(Id) }));

/** Which product was started from an article, by `<site> <the article's number>`; the newest counts. */
export const SoldFrom = z.record(z.string(), Id);

/** The same where no article is known, but one may stand: the product's link of then, and what is remembered of it. */
export const CarriedTraces = z.record(z.string(), z.object({ link: z.string(), mayStand: MayStand }));

/**
 * Articles to be taken down of products that this device has nothing else of any more, by the product's id: its village
 * was left, or the draft that the article was kept for was thrown away.
 */
export const Leftovers = z.record(
  z.string(),
  z.object({
    siteUrl: z.string(),
    link: z.string(),
    title: z.string(),
    post: z.nullable(PostRef),
    mayStand: z.optional(MayStand),
    /** Before this moment (ms) the site is not asked again. */
    nextAt: z.number(),
    /** Where it was made for practice: then the person is told of it until it is down. */
    practice: z.optional(z.boolean()),
  }),
);
export type Leftovers = z.infer<typeof Leftovers>;

/** By site: an article that proves who looks after it, until it is known to be taken down. */
export const SiteProofs = z.record(
  z.string(),
  z.object({
    link: z.string(),
    known: z.nullable(PostRef),
    /** When (ms) it is tried again, and how often it was tried; absent before the first failure. */
    nextAt: z.optional(z.number()),
    tries: z.optional(z.int()),
  }),
);
export type SiteProofs = z.infer<typeof SiteProofs>;

/** Which listing a product of a CMS's shop has become, by `<site> <the shop's id>`. */
export const TakenProducts = z.record(z.string(), Id);
