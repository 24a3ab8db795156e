import * as z from 'zod/mini';
import { Id } from '../../marketplace/contract/index.ts';
import { CMS_IDS, type CmsProblemCode } from '../cms/types.ts';
import { StoredPost } from '../model/stored.ts';

/** `CmsPage` as it comes from a tab. */
export const CmsPageShape = z.object({
  cms: z.enum(CMS_IDS),
  siteUrl: z.string(),
  version: z.nullable(z.string()),
  siteName: z.nullable(z.string()),
  openPost: z.nullable(z.string()),
});

const Blob64 = z.object({ type: z.string(), base64: z.string(), fileName: z.string(), alt: z.string() });

/** What the writer in a tab is asked to do. */
export const WRITER_INPUTS = {
  'cms/save': z.object({
    listingId: Id,
    link: z.string(),
    title: z.string(),
    html: z.string(),
    image: z.nullable(Blob64),
    known: z.nullable(StoredPost),
    overwriteEdits: z.boolean(),
  }),
  'cms/retire': z.object({ link: z.string(), known: z.nullable(StoredPost) }),
  'cms/prefill': z.object({}),
  'cms/identity': z.object({}),
} as const;

/** And what it answers. */
export const WRITER_OUTPUTS = {
  'cms/save': StoredPost,
  'cms/retire': z.nullable(StoredPost),
  'cms/prefill': z.nullable(
    z.object({
      title: z.nullable(z.string()),
      text: z.nullable(z.string()),
      images: z.array(z.object({ type: z.string(), base64: z.string() })),
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
