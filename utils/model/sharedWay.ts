import * as z from 'zod/mini';
import { FieldName, Id, RecipeChoice, WebUrl } from '#contract';

/** The controls in sight of one form. */
const FormControls = z.array(FieldName).check(z.maxLength(120));
/** How many forms of one page are looked up. */
export const FORMS_MAX = 4;

/** A page of an unknown CMS, for which others may have shown already how it saves. */
export const FormsHere = z.object({ page: WebUrl, forms: z.array(FormControls).check(z.maxLength(FORMS_MAX)) });

/** How others save with one of these forms, in plain words. */
export const SharedWay = z.object({
  id: Id,
  /** Which of the forms. */
  form: z.int(),
  /** Controls in which the village chooses for itself. */
  asked: z.array(FieldName),
  say: z.object({
    ...{ text: z.string(), use: z.string(), own: z.string(), choose: z.string(), taken: z.string() },
    failed: z.string(),
  }),
});
export type SharedWay = z.infer<typeof SharedWay>;

/** The person takes it, with what they chose. */
export const TakenWay = z.object({
  id: Id,
  page: WebUrl,
  controls: FormControls,
  chosen: z.array(RecipeChoice).check(z.maxLength(40)),
});
export type TakenWay = z.infer<typeof TakenWay>;
