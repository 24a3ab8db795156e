import * as z from 'zod/mini';
import { Id, Recipe, RecipeProducts } from '#contract';
import type { LinkBackPost, PostToUnpublish } from '#utils/cms/types.ts';
import {
  CheckedPost,
  KnownPost,
  PostRef,
  PostTrace,
  PrefillProduct,
  ProductsPage,
  ShopProduct,
  ShopRef,
  ShopSynced,
  ShopWords,
  SiteIdentity,
  SitePicture,
} from '#utils/model/cms.ts';
import { PICTURE_PLACES } from '#utils/model/cmsLists.ts';
import { TableLook } from '#utils/model/ownTable.ts';

const Blob64 = z.object({ type: z.string(), base64: z.string(), fileName: z.string(), alt: z.string() });

/** Every member of a post passes this border: one that is forgotten here would be dropped in silence on its way to the tab. */
type Whole<Post> = Record<keyof Post | 'recipe', z.core.$ZodType>;

const Picture = z.object({ type: z.string(), base64: z.string() });

/** What the writer in a tab is asked to do. */
export const WRITER_INPUTS = {
  'cms/save': z.object({
    listingId: Id,
    link: z.string(),
    title: z.string(),
    html: z.string(),
    image: z.nullable(Blob64),
    pictureUrl: z.optional(z.string()),
    known: z.nullable(PostRef),
    mayStand: z.optional(z.array(PostTrace)),
    former: z.optional(z.string()),
    isFirst: z.optional(z.boolean()),
    pictureIn: z.optional(z.enum(PICTURE_PLACES)),
    asDraft: z.optional(z.boolean()),
    overwriteEdits: z.boolean(),
    /** How the site saves, where a person showed it and no adapter knows. */
    recipe: z.optional(Recipe),
  } satisfies Whole<LinkBackPost>),
  'cms/retire': z.object({
    link: z.string(),
    known: z.nullable(PostRef),
    mayStand: z.optional(z.array(PostTrace)),
    former: z.optional(z.string()),
    title: z.optional(z.string()),
    marks: z.optional(z.array(z.string())),
    recipe: z.optional(Recipe),
  } satisfies Whole<PostToUnpublish>),
  'cms/prefill': z.object({}),
  'cms/identity': z.object({}),
  'cms/check': z.object({ posts: z.array(KnownPost) }),
  'cms/productsPage': z.object({}),
  'cms/products': z.object({}),
  'cms/media': z.object({}),
  /** The product table of a site of no known CMS: the list that is open, a list that was shown, the rest of one product. */
  'cms/tableLook': z.object({ siteUrl: z.string() }),
  'cms/table': z.object({ siteUrl: z.string(), way: RecipeProducts }),
  'cms/tablePictures': z.object({ siteUrl: z.string(), urls: z.array(z.string()).check(z.maxLength(8)) }),
  'cms/tableForm': z.object({ siteUrl: z.string(), way: RecipeProducts, product: ShopProduct }),
  'cms/shelve': z.extend(ShopWords, {
    link: z.string(),
    category: z.string(),
    producer: z.object({ name: z.string(), phone: z.string() }),
    images: z.array(Blob64),
    onSale: z.boolean(),
    stock: z.optional(z.nullable(z.number())),
    articleUrl: z.optional(z.string()),
    mayStand: z.optional(z.boolean()),
    known: z.nullable(ShopRef),
    recipe: z.optional(Recipe),
  }),
  /** Same-origin pictures, read with the person's session. */
  'cms/pictures': z.object({ urls: z.array(z.string()).check(z.maxLength(8)) }),
} as const;

/** What the writer in a tab answers. */
export const WRITER_OUTPUTS = {
  'cms/save': PostRef,
  'cms/retire': z.nullable(PostRef),
  'cms/prefill': z.nullable(
    z.object({
      title: z.nullable(z.string()),
      text: z.nullable(z.string()),
      images: z.array(Picture),
      product: z.optional(PrefillProduct),
    }),
  ),
  'cms/identity': SiteIdentity,
  'cms/check': z.array(CheckedPost),
  /** Null when this CMS offers no products page. */
  'cms/productsPage': z.nullable(ProductsPage),
  'cms/products': z.nullable(z.array(ShopProduct)),
  /** Null when the open page shows no list, and when a product's page shows no form of it. */
  'cms/tableLook': z.nullable(TableLook),
  'cms/table': z.array(ShopProduct),
  'cms/tableForm': z.nullable(ShopProduct),
  'cms/tablePictures': z.array(z.nullable(Picture)),
  /** Null when this CMS lists no pictures. */
  'cms/media': z.nullable(z.array(SitePicture)),
  /** Null when this CMS has no shop. */
  'cms/shelve': z.nullable(ShopSynced),
  /** In the order asked; null for a picture that cannot be had. */
  'cms/pictures': z.array(z.nullable(Picture)),
} as const;

export type WriterName = keyof typeof WRITER_INPUTS;
export type WriterInput<N extends WriterName> = z.infer<(typeof WRITER_INPUTS)[N]>;
export type WriterOutput<N extends WriterName> = z.infer<(typeof WRITER_OUTPUTS)[N]>;

/** A writer's failure: the `CmsError` it met. `unwritten`: nothing was written, for certain. */
export const WriterFailure = z.object({
  ok: z.literal(false),
  code: z.string(),
  what: z.nullable(z.string()),
  retryAfterSeconds: z.optional(z.number()),
  unwritten: z.optional(z.boolean()),
  traces: z.optional(z.array(PostTrace)),
});
export type WriterFailure = z.infer<typeof WriterFailure>;
