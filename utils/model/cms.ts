import * as z from 'zod/mini';
import {
  CMS_IDS,
  OWN_SHOPS,
  PICTURE_MISSING,
  PICTURE_PLACES,
  POST_HEALTHS,
  SHOP_MISSING,
  SHOP_SKIPPED,
} from './cmsLists.ts';

/** A logged-in admin page (or a logged-in visit to the site itself) of a known CMS. */
export const CmsPage = z.object({
  cms: z.enum(CMS_IDS),
  /** The village site: URL with path, no trailing slash. Two sub-folders of one origin are two sites. */
  siteUrl: z.string(),
  version: z.nullable(z.string()),
  siteName: z.nullable(z.string()),
  /** The post that is open in an editor here, by the CMS's own id: never overwrite it behind the editor's back. */
  openPost: z.nullable(z.string()),
  /** The shop that this site has, where not every site of its CMS has one; absent where this page does not tell. */
  ownShop: z.optional(z.enum(OWN_SHOPS)),
});
export type CmsPage = z.infer<typeof CmsPage>;

/** A village as its CMS describes it. A field that the CMS does not know is null. */
export const SiteIdentity = z.object({
  siteUrl: z.string(),
  name: z.nullable(z.string()),
  user: z.nullable(z.string()),
  code: z.nullable(z.string()),
  district: z.nullable(z.string()),
  regency: z.nullable(z.string()),
  /** The head of the village, and where its office stands ("lat, lng"), where the CMS keeps them. */
  head: z.optional(z.nullable(z.string())),
  place: z.optional(z.nullable(z.string())),
});
export type SiteIdentity = z.infer<typeof SiteIdentity>;

/** Our reference to a written post. `editedMark` is a fingerprint of what the CMS stored, to notice a person's edit next time. */
export const PostRef = z.object({
  postId: z.string(),
  url: z.string(),
  state: z.enum(['published', 'pending', 'draft', 'gone']),
  editedMark: z.string(),
  imageId: z.nullable(z.string()),
  imageUrl: z.nullable(z.string()),
  /** The listing has a picture, and the post has none. */
  pictureMissing: z.optional(z.enum(PICTURE_MISSING)),
  /** Absent where nobody knows. */
  pictureIn: z.optional(z.enum(PICTURE_PLACES)),
  /** The site keeps the post unpublished although this account may publish (a plugin's doing). */
  kept: z.optional(z.boolean()),
  /** The site shows the product's address as words, so that nothing links back. */
  mentioned: z.optional(z.literal(true)),
  /** What Dodolan itself wrote into the article of a site that was shown; absent where a person wrote what stands there. */
  wrote: z.optional(
    z.object({
      title: z.string(),
      /** A fingerprint of the words. */
      mark: z.string(),
      /** The picture's file name; null where it has none. */
      image: z.nullable(z.string()),
      /** The price stands in the words. */
      isPriced: z.optional(z.boolean()),
    }),
  ),
});
export type PostRef = z.infer<typeof PostRef>;

/**
 * A post that a write of ours has left, or may have left, without a good end. `editedMark` is what was read of it
 * afterwards; null when nobody could read it.
 */
export const PostTrace = z.object({ postId: z.string(), editedMark: z.nullable(z.string()) });
export type PostTrace = z.infer<typeof PostTrace>;

/** A post of ours to check, as it stood after our last write. */
export const KnownPost = z.object({ link: z.string(), known: PostRef });
export type KnownPost = z.infer<typeof KnownPost>;

export const CheckedPost = z.object({ link: z.string(), health: z.enum(POST_HEALTHS) });
export type CheckedPost = z.infer<typeof CheckedPost>;

/** The place on the village site that always lists its products. `pending`: an editor has to approve it. */
export const ProductsPage = z.object({ url: z.string(), state: z.enum(['made', 'there', 'pending']) });
export type ProductsPage = z.infer<typeof ProductsPage>;

/** A product of the CMS's own shop (OpenSID's Lapak, WooCommerce), ready to become a draft. Plain text only. */
export const ShopProduct = z.object({
  /** The shop's own id, to tell two products of one name apart and to remember what was imported. */
  sourceId: z.string(),
  name: z.string(),
  description: z.nullable(z.string()),
  /** Whole rupiah that a buyer pays there: the discount is already off. */
  price: z.nullable(z.number()),
  /** What stands there as a price, where that is no sure sum: the person is asked. */
  priceWords: z.optional(z.string()),
  /** Where the shop shows the rest of it, which is read when the product is taken; absent where this is all. */
  form: z.optional(z.string()),
  /** It is a business of the village and nothing to sell: it becomes a maker. */
  isProfile: z.optional(z.literal(true)),
  /** How many are left; absent or null where the shop does not count. */
  stock: z.optional(z.nullable(z.int())),
  /** As the village wrote it (`bungkus`, `kg`): the form reads it like any typed unit. */
  unit: z.nullable(z.string()),
  category: z.nullable(z.string()),
  /** The seller; the number is for the draft only, never for a public page. */
  producer: z.nullable(z.object({ name: z.string(), phone: z.nullable(z.string()) })),
  /** Same-origin addresses of pictures, the main one first. */
  imageUrls: z.array(z.string()),
});
export type ShopProduct = z.infer<typeof ShopProduct>;

/** A picture in the site's own media library, at addresses of the site itself. */
export const SitePicture = z.object({ url: z.string(), thumbUrl: z.string(), name: z.string() });
export type SitePicture = z.infer<typeof SitePicture>;

/** What a product of the CMS's own shop, open on a page, says beside its words. `sourceId` is null while it is not saved. */
export const PrefillProduct = z.object({
  sourceId: z.nullable(z.string()),
  price: z.nullable(z.number()),
  stock: z.nullable(z.int()),
});
export type PrefillProduct = z.infer<typeof PrefillProduct>;

/** What the CMS's own shop says of a product. Plain text; the price in whole rupiah. */
export const ShopWords = z.object({
  name: z.string(),
  price: z.number(),
  /** As buyers read it: `bungkus (250 g)`. The shop may know less. */
  unit: z.string(),
  description: z.string(),
});
export type ShopWords = z.infer<typeof ShopWords>;

/** A product of ours in the shop, as we last left it. */
export const ShopRef = z.object({
  productId: z.string(),
  link: z.string(),
  onSale: z.boolean(),
  /** What the listing said then. Only what it says differently now is written, so that a person's own change stays. */
  said: ShopWords,
  /** Fingerprints of the listing's pictures at that time. */
  pictures: z.array(z.string()),
  /** The listing's producer at that time; absent where an earlier version wrote it. */
  seller: z.optional(z.object({ name: z.string(), phone: z.string() })),
  /** Of a site's own product table, whose form stood so before the product was taken off sale. */
  was: z.optional(z.array(z.object({ name: z.string(), value: z.string() }))),
  /** Of the same: the address of our picture, as the public page showed it. */
  pictureAt: z.optional(z.string()),
});
export type ShopRef = z.infer<typeof ShopRef>;

/** How bringing a product in step with the CMS's own shop ended, read back from the shop. */
export const ShopSynced = z.discriminatedUnion('state', [
  z.object({ state: z.literal('on'), ref: ShopRef }),
  z.object({ state: z.literal('off'), ref: z.nullable(ShopRef) }),
  z.object({ state: z.literal('left'), why: z.enum(SHOP_SKIPPED) }),
  /** `ref`: our product was taken off sale until the shop has what it lacks. */
  z.object({ state: z.literal('lacks'), what: z.enum(SHOP_MISSING), ref: z.optional(ShopRef) }),
]);
export type ShopSynced = z.infer<typeof ShopSynced>;
