import * as z from 'zod/mini';
import { Id } from '#contract';
import { CMS_IDS, type CmsProblemCode, POST_HEALTHS } from '#utils/cms/types.ts';
import { ShelvedShape, ShopProduct, StoredShopRef } from '#utils/model/shop.ts';
import { StoredPost } from '#utils/model/stored.ts';

/** `CmsPage` as it comes from a tab. */
export const CmsPageShape = z.object({
  cms: z.enum(CMS_IDS),
  siteUrl: z.string(),
  version: z.nullable(z.string()),
  siteName: z.nullable(z.string()),
  openPost: z.nullable(z.string()),
});

const Blob64 = z.object({ type: z.string(), base64: z.string(), fileName: z.string(), alt: z.string() });

const Picture = z.object({ type: z.string(), base64: z.string() });

/** What the writer in a tab is asked to do. */
export const WRITER_INPUTS = {
  'cms/save': z.object({
    listingId: Id,
    link: z.string(),
    title: z.string(),
    html: z.string(),
    image: z.nullable(Blob64),
    known: z.nullable(StoredPost),
    former: z.optional(z.string()),
    overwriteEdits: z.boolean(),
  }),
  'cms/retire': z.object({ link: z.string(), known: z.nullable(StoredPost) }),
  'cms/prefill': z.object({}),
  'cms/identity': z.object({}),
  'cms/check': z.object({ posts: z.array(z.object({ link: z.string(), known: StoredPost })) }),
  'cms/productsPage': z.object({}),
  'cms/products': z.object({}),
  'cms/shelve': z.object({
    link: z.string(),
    name: z.string(),
    price: z.number(),
    unit: z.string(),
    description: z.string(),
    category: z.string(),
    producer: z.object({ name: z.string(), phone: z.string() }),
    images: z.array(Blob64),
    onSale: z.boolean(),
    known: z.nullable(StoredShopRef),
  }),
  /** Same-origin pictures, read with the person's session. */
  'cms/pictures': z.object({ urls: z.array(z.string()).check(z.maxLength(8)) }),
} as const;

/** And what it answers. */
export const WRITER_OUTPUTS = {
  'cms/save': StoredPost,
  'cms/retire': z.nullable(StoredPost),
  'cms/prefill': z.nullable(
    z.object({
      title: z.nullable(z.string()),
      text: z.nullable(z.string()),
      images: z.array(Picture),
    }),
  ),
  'cms/identity': z.object({
    siteUrl: z.string(),
    name: z.nullable(z.string()),
    user: z.nullable(z.string()),
    code: z.nullable(z.string()),
    district: z.nullable(z.string()),
    regency: z.nullable(z.string()),
  }),
  'cms/check': z.array(z.object({ link: z.string(), health: z.enum(POST_HEALTHS) })),
  /** Null: this CMS offers none. */
  'cms/productsPage': z.nullable(z.object({ url: z.string(), state: z.enum(['made', 'there', 'pending']) })),
  'cms/products': z.nullable(z.array(ShopProduct)),
  /** Null: this CMS has no shop. */
  'cms/shelve': z.nullable(ShelvedShape),
  /** In the order asked; null for one that cannot be had. */
  'cms/pictures': z.array(z.nullable(Picture)),
} as const;

export type WriterName = keyof typeof WRITER_INPUTS;
export type WriterInput<N extends WriterName> = z.infer<(typeof WRITER_INPUTS)[N]>;
export type WriterOutput<N extends WriterName> = z.infer<(typeof WRITER_OUTPUTS)[N]>;

/** A writer's failure: the `CmsProblem` it met. */
export const WriterFailure = z.object({ ok: z.literal(false), code: z.string(), what: z.nullable(z.string()) });

export const CMS_PROBLEM_CODES = [
  'signed_out',
  'no_permission',
  'markup_changed',
  'refused',
  'not_read_back',
  'edited_by_hand',
  'open_in_editor',
  'image_refused',
  'network',
] as const satisfies readonly CmsProblemCode[];
