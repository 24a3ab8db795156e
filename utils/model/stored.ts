import * as z from 'zod/mini';
import { Id, Inquiry, PhotoHash, SaidListing, Verification } from '#contract';
import { PostRef } from './cms.ts';
import { POST_HEALTHS } from './cmsLists.ts';
import { DraftPhoto } from './draft.ts';
import { Connection, Defaults, VillageKey } from './site.ts';

/** A listing as this browser knows it: what the village last said, what the marketplace has, and the post that links back. */
export const StoredListing = z.object({
  id: Id,
  /** Whose it is; null: made before any village was connected, so whichever it turns out to be. */
  village: z._default(z.nullable(VillageKey), null),
  /** The newest revision said on this device (or brought by the marketplace from another one). */
  input: SaidListing,
  /** The newest revision that the marketplace has acknowledged or shown; 0 before the first. */
  serverRev: z.int(),
  url: z.nullable(z.string()),
  shortUrl: z.nullable(z.string()),
  verification: z.nullable(Verification),
  /** An operator hid it: the reason in the operator's words. */
  hidden: z.nullable(z.string()),
  post: z.nullable(PostRef),
  /** The link that the post held under another id of this product; the post is ours with this one too. */
  former: z.optional(z.string()),
  /** The revision that the post was written from; 0 when no write has ended well yet. */
  postRev: z.int(),
  /** When the post was last written or looked at (ms); 0 never. */
  postAt: z.number(),
  /**
   * Set before a write is handed to a tab, cleared by its answer. One that is still here after a death may have gone
   * through, so the next one waits for it: in the same writer by queueing, elsewhere by letting the CMS finish.
   */
  writing: z.nullable(z.object({ writer: z.string(), at: z.number() })),
  /** The person saw that the post was edited by hand and said to overwrite it; cleared when it was. */
  overwriteEdits: z.boolean(),
  /** The person gave up the link back (the listing stays on the marketplace). */
  linkbackSkipped: z.boolean(),
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

/** Token included: sent to no page (the popup reads rows by itself, `background/directReads.ts`, and hands on none of it). */
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

/** An invite on its way: the device's id is kept, so that asking again after a lost answer gives the token all the same. */
export const PendingInvite = z.object({ marketplaceUrl: z.string(), code: z.string(), deviceId: Id });

/** A listing to open in the panel as soon as an admin page of its site is there. */
export const OpenNext = z.object({ siteUrl: z.string(), listingId: Id, until: z.number() });

/** What looks at our posts have found. Derived, so it may be lost: the next look finds it again. */
export const LinkHealthState = z.object({
  /** By site: not looked at again before this moment (ms). */
  nextLook: z.record(z.string(), z.number()),
  /** By listing: what was found, and of which writing of the post (`postAt`) it was found. */
  found: z.record(z.string(), z.object({ health: z.enum(POST_HEALTHS), postAt: z.number(), at: z.number() })),
});
export type LinkHealthState = z.infer<typeof LinkHealthState>;

/** The person's answers to "which village is this site for?", by the site's URL; under the empty one, for products of no site. */
export const SiteChoices = z.record(z.string(), VillageKey);

/** What new products start with, each village its own; used where there is more than one. */
export const VillageDefaults = z.record(VillageKey, Defaults);

/** By draft: the article that stands of its product already, and the link in it. */
export const CarriedPosts = z.record(z.string(), z.object({ post: PostRef, link: z.string() }));

/** Which listing a product of a CMS's shop has become, by `<site> <the shop's id>`. */
export const TakenProducts = z.record(z.string(), Id);
