import * as z from 'zod/mini';
import {
  DrivenPage,
  FieldName,
  Id,
  RECIPE_METHODS,
  RECIPE_WAYS,
  RecipeChoice,
  RecipeField,
  RecipeGoods,
  RecipeUpload,
  SitePath,
} from '#contract';
import { LESSON_DEEDS } from './lessonDeeds.ts';

/** A form's save as a person showed it; values are kept of choices alone (`SeenSave` of the adapter, to be sent). */
export const ShownSave = z.object({
  page: z.string().check(z.maxLength(2000)),
  action: z.string().check(z.maxLength(2000)),
  fields: z.array(RecipeField).check(z.maxLength(12)),
  shown: z.array(RecipeChoice).check(z.maxLength(60)),
  way: z.enum(RECIPE_WAYS),
  method: z.enum(RECIPE_METHODS),
  /** Of JSON: its members, and the header in which the page's script sent a token. */
  members: z.optional(z.array(FieldName).check(z.maxLength(120))),
  tokenHeader: z.optional(FieldName),
  press: z.nullable(z.object({ name: FieldName, value: z.string().check(z.maxLength(100)) })),
  /** Of a save that changed an article: the choices as they stood before. */
  before: z.optional(z.array(RecipeChoice).check(z.maxLength(60))),
  /** How the picture was sent before it. */
  upload: z.optional(
    z.object({
      ...z.omit(RecipeUpload, { action: true, token: true }).shape,
      action: z.string().check(z.maxLength(2000)),
      tokenHeader: z.optional(FieldName),
    }),
  ),
  /** Of a save of a product: what it has beside an article's parts. */
  goods: z.optional(z.array(RecipeGoods).check(z.maxLength(8))),
});
export type ShownSave = z.infer<typeof ShownSave>;

/** A save as it looked when its button was pressed, for a page that can only be driven (`SeenPress` of the adapter). */
export const ShownPress = z.object({
  page: SitePath,
  controls: z.array(FieldName).check(z.maxLength(120)),
  fields: z.array(RecipeField).check(z.minLength(1), z.maxLength(12)),
  chosen: z.array(RecipeChoice).check(z.maxLength(40)),
  driven: DrivenPage,
});
export type ShownPress = z.infer<typeof ShownPress>;

/** The lesson's product, by whose words the fields of a product's form are known. */
export const LessonGoods = z.object({
  price: z.int(),
  stock: z.nullable(z.int()),
  unit: z.string(),
  category: z.string(),
  seller: z.string(),
  phone: z.string(),
  description: z.string(),
  /** Where the product's article stands, which is no product. */
  articleUrl: z.nullable(z.string()),
});
export type LessonGoods = z.infer<typeof LessonGoods>;

/** How far a lesson is. */
export const LESSON_STEPS = ['open', 'saved', 'learned', 'refused'] as const;

/** Why a save that was shown could not be learned, beside what a form is refused for. */
export const LESSON_FAILURES = [
  'by_script',
  'no_form',
  'not_saved', // the form stands open again: the site asks for something more
  'not_public',
  'no_link',
  'unreachable',
  'no_list', // the form was not opened from a row of a list, so that nothing tells how it is found again
  'no_id', // neither the form nor its address says by a number which article it is for
  'no_edit_form', // the article's form is not where it was shown
  'alike', // two forms of that page cannot be told apart
  'deleted', // the article is gone, and not by a form that was seen
  'still_public', // what was to be taken down is still shown to everybody
  'not_off', // the form says of the product what it said before
] as const;

/** The one lesson that runs on this device: the person shows how a site saves an article. */
export const Lesson = z.object({
  siteUrl: z.string(),
  listingId: Id,
  link: z.string(),
  title: z.string(),
  /** Absent in a lesson of a new article. */
  deed: z.optional(z.enum(LESSON_DEEDS)),
  /** The article that stands: its address, and what Dodolan has called it, where it wrote it. */
  article: z.optional(z.object({ url: z.string(), title: z.nullable(z.string()) })),
  /** The page of the admin on which the person chose that article. */
  list: z.optional(z.string()),
  /** A fingerprint of the words that were put into the form, and the picture's file name. */
  given: z.optional(z.object({ mark: z.string(), image: z.nullable(z.string()) })),
  goods: z.optional(LessonGoods),
  pictureUrl: z.nullable(z.string()),
  /** ms since the epoch */
  startedAt: z.number(),
  step: z.enum(LESSON_STEPS),
  /** Why it does not go on; a code of `LESSON_REFUSALS` or `LESSON_FAILURES`. */
  why: z.nullable(z.string()),
  save: z.nullable(ShownSave),
  /** The last press of a save, which counts where that save cannot be sent again. */
  pressed: z.optional(ShownPress),
});
export type Lesson = z.infer<typeof Lesson>;
