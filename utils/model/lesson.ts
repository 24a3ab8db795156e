import * as z from 'zod/mini';
import { FieldName, Id, RECIPE_METHODS, RECIPE_WAYS, RecipeChoice, RecipeField } from '#contract';

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
});
export type ShownSave = z.infer<typeof ShownSave>;

/** How far a lesson is. */
export const LESSON_STEPS = ['open', 'saved', 'learned', 'refused'] as const;

/** Why a save that was shown could not be learned, beside what a form is refused for. */
export const LESSON_FAILURES = ['by_script', 'no_form', 'not_public', 'no_link', 'unreachable'] as const;

/** The one lesson that runs on this device: the person shows how a site saves an article. */
export const Lesson = z.object({
  siteUrl: z.string(),
  listingId: Id,
  link: z.string(),
  title: z.string(),
  pictureUrl: z.nullable(z.string()),
  /** ms since the epoch */
  startedAt: z.number(),
  step: z.enum(LESSON_STEPS),
  /** Why it does not go on; a code of `LESSON_REFUSALS` or `LESSON_FAILURES`. */
  why: z.nullable(z.string()),
  save: z.nullable(ShownSave),
});
export type Lesson = z.infer<typeof Lesson>;
