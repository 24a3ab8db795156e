import * as z from 'zod/mini';
import { Id, PhotoHash } from '#contract';
import type { FormMember } from '#contract/stations.ts';
import { TYPED_MAX } from './limits.ts';

export { LIST_MAX } from './limits.ts';

/** What is known of a photo; its bytes are in the background's photo store under the hash. Sizes in px and bytes. */
const PhotoFile = z.object({
  hash: PhotoHash,
  type: z.enum(['image/webp', 'image/jpeg']),
  width: z.int(),
  height: z.int(),
  bytes: z.int(),
});
/** A photo of a draft. `whole`: what it was cut from, kept until the draft is published. */
export const DraftPhoto = z.extend(PhotoFile, { whole: z.optional(PhotoFile) });
export type DraftPhoto = z.infer<typeof DraftPhoto>;

const Typed = z.string().check(z.maxLength(TYPED_MAX));

/** Absent: nothing was said yet, neither here nor in the listing that was opened; empty: there is none. */
const MaybeTyped = z.optional(Typed);

/** The form exactly as typed: nothing is parsed before it is kept, so nothing typed can be lost to a rule. */
export const DraftForm = z.object({
  name: Typed,
  price: Typed,
  unit: Typed,
  packAmount: Typed,
  packMeasure: Typed,
  availability: Typed,
  stock: Typed,
  category: Typed,
  description: Typed,
  producerName: Typed,
  producerPhone: Typed,
  consent: z.boolean(),
  flagship: z.boolean(),
  terms: Typed,
  /** The kinds that hold, with blanks between them (`pickup cod`); absent: nobody has said. */
  exchange: MaybeTyped,
  floorPrice: Typed,
  floorBelow: Typed,
  pirt: MaybeTyped,
  pirtUntil: MaybeTyped,
  bpom: MaybeTyped,
  bpomUntil: MaybeTyped,
  halal: MaybeTyped,
  halalUntil: MaybeTyped,
  nib: MaybeTyped,
  /** The seller's own word for the unit; absent while the unit is one of the list. */
  unitWord: MaybeTyped,
} satisfies Record<FormMember, unknown>);
export type DraftForm = z.infer<typeof DraftForm>;

/** What the marketplace said of a field when it refused the listing; gone as soon as the field is changed. */
export const FieldIssue = z.object({
  path: z.string(),
  code: z.string(),
  /** With `changed_elsewhere`: what another device has put there, as the form writes it. */
  theirs: z.optional(z.string()),
});
export type FieldIssue = z.infer<typeof FieldIssue>;

/** zod adds "or undefined" to each member, which no stored row holds. */
const SomeFields = z.partial(DraftForm) as z.ZodMiniType<Partial<DraftForm>>;
/** The quick line, what it has written into the form, and which of its questions are answered. */
export const QuickLine = z.object({
  text: Typed,
  /** What stood in the fields before, so that clearing the line gives it back; fields that a person changed since. */
  fill: z.object({ written: SomeFields, before: SomeFields, theirs: z.array(z.string()) }),
  answered: z.array(z.string()),
});
export type QuickLine = z.infer<typeof QuickLine>;

/** What goes over from another product, or is usual for one: some fields of a form, under the name of where they are from. */
export const Template = z.object({ title: z.string(), form: SomeFields });
export type Template = z.infer<typeof Template>;

/** What was in a draft when this panel last knew it: to tell what was changed here from what another tab did. */
export const Said = z.object({ form: DraftForm, photos: z.array(PhotoHash) });
export type Said = z.infer<typeof Said>;

export const Draft = z.object({
  /** The listing's id, made with the draft, so that publishing twice is publishing once. */
  id: Id,
  siteUrl: z.nullable(z.string()),
  form: DraftForm,
  photos: z.array(DraftPhoto),
  /** The revision of the listing this draft was opened from; 0 for a new product. */
  baseRev: z.int(),
  /** What the person saw of that revision, to tell what they changed from what another device did. */
  base: z.optional(z.object({ form: DraftForm, photos: z.array(PhotoHash) })),
  /** What was prefilled from the CMS page, to undo it with one click; null when nothing was or it was undone. */
  prefilled: z.nullable(
    z.object({
      title: z.string(),
      fields: z.array(z.string()),
      photos: z.array(PhotoHash),
      /** Present where it came from a product of the CMS's own shop, not from an article: the shop's own id of it. */
      ofProduct: z.optional(z.nullable(z.string())),
    }),
  ),
  issues: z.array(FieldIssue),
  /** Where a product that was started from an article is shown on the site: in that article, or in one of its own. */
  shownIn: z.optional(z.enum(['article', 'own'])),
  /** The quick line as it stands; absent when nothing was written in it. */
  line: z.optional(QuickLine),
  /** The template that the form was filled from, and what stood in its fields before; absent when none was, or it was undone. */
  template: z.optional(z.extend(Template, { before: SomeFields })),
  /** ms since the epoch */
  updatedAt: z.number(),
});
export type Draft = z.infer<typeof Draft>;
