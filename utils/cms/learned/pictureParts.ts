import type { RecipeField } from '#contract';
import { type Control, isFile, isHidden, isSelect, isTick } from './formShape.ts';
import { type SeenUpload, type ShownUpload, uploadIn } from './seenUpload.ts';

/** What sites call a field for a picture. */
export const PICTURE = /foto|gambar|image|photo|thumb|cover|sampul/i;
/** The address of a picture, on this site or another. */
const PICTURE_ADDRESS = /^(?:https?:\/)?\/\S+\.(?:jpe?g|png|gif|webp)(?:\?\S*)?$/i;

export function pictureField(name: string, sent: Pick<FormData, 'getAll'>): RecipeField | null {
  const isPicture = sent.getAll(name).some((value) => typeof value !== 'string' && value.size > 0);
  return isPicture ? { role: 'picture', name } : null;
}

/** A line in sight into which a file manager has put a picture's address; null for any other. */
export function pictureLine(control: Control, value: string): RecipeField | null {
  const isLine = !isHidden(control) && !isTick(control) && !isSelect(control);
  const isPicture = isLine && PICTURE.test(`${control.name} ${control.id}`) && PICTURE_ADDRESS.test(value.trim());
  return isPicture ? { role: 'pictureUrl', name: control.name } : null;
}

/**
 * Of several fields that each got a picture the first is the article's, and those that the form demands: one product has
 * one picture to give.
 */
export function withOnePicture(fields: readonly RecipeField[], controls: readonly Control[]): RecipeField[] {
  const [first] = fields.filter(({ role }) => role === 'picture');
  const isDemanded = ({ name }: RecipeField) => controls.some((one) => one.name === name && one.required);
  return fields.filter((field) => field.role !== 'picture' || field === first || isDemanded(field));
}

/** Which fields of a form hold what an upload's answer said: no choices, and no line that a person types numbers into. */
export function uploadInForm(
  uploads: readonly SeenUpload[] | undefined,
  controls: readonly Control[],
  textOf: (name: string) => string[],
): ShownUpload | undefined {
  if (uploads === undefined) return undefined;
  const isTold = (control: Control) => !isTick(control) && !isSelect(control) && !isFile(control);
  const told = controls.filter((control) => isTold(control) && (isHidden(control) || PICTURE.test(control.name)));
  const names = new Set(told.map(({ name }) => name));
  return uploadIn(
    uploads,
    [...names].flatMap((name) => textOf(name).map((value) => [name, value] as const)),
  );
}
