import type * as z from 'zod/mini';
import type { RecipeChoice, RecipeDeed, RecipeField, RecipeGoods } from '#contract';
import { dayForm } from './day.ts';
import { actionOf, type Control, controlsOf, isFile, isHidden, isSelect, isStanding, isTick } from './formShape.ts';
import { pictureField, pictureLine, uploadInForm, withOnePicture } from './pictureParts.ts';
import { type LessonRefusal, refusalOf } from './refusal.ts';
import { sameTitle, slugOf } from './safeWords.ts';
import type { SeenUpload, ShownUpload } from './seenUpload.ts';

type Choice = z.infer<typeof RecipeChoice>;

/** The product's own words, by which its save is told from every other request of the page. */
export interface LessonWords {
  link: string;
  title: string;
  /** The marketplace's picture, for a form that takes an address alone. */
  pictureUrl: string | null;
  /** ms since the epoch */
  now: number;
  /** The picture, as the page's script has sent it already. */
  uploads?: readonly SeenUpload[];
}

/** One save as it was seen: what went where. Values are kept of choices alone. */
export interface SeenSave {
  way: RecipeDeed['way'];
  method: RecipeDeed['method'];
  action: URL;
  fields: RecipeField[];
  /** Every choice and short line in sight, as the form was sent; what the empty form says too is dropped later. */
  shown: Choice[];
  press: Choice | null;
  /** Of JSON: the members that were sent, and the header of a token. */
  members?: string[] | undefined;
  tokenHeader?: string | undefined;
  /** Of a save that changed an article: the choices as they stood before. */
  before?: Choice[] | undefined;
  /** How the picture was sent before it. */
  upload?: ShownUpload | undefined;
  /** Of a save of a product: what it has beside an article's parts. */
  goods?: RecipeGoods[] | undefined;
}

const SUMMARY = /ringkas|excerpt|summary|kutipan|cuplikan|meta.?desc/i;
const TITLE = /judul|title|nama|tajuk|headline/i;
const SLUG = /slug|permalink|url|alamat/i;
const LINE_MAX = 100;

/**
 * What a form that is just being sent shows of how this site saves an article; null when the product's words are not in
 * it, and then nothing of it is looked at further. `get` reads what is sent (a `FormData` may not be iterated in
 * Firefox's content scripts).
 */
export function observeSave(
  form: HTMLFormElement,
  sent: Pick<FormData, 'getAll'>,
  words: LessonWords,
  { page, press, isSeen }: { page: URL; press: Choice | null; isSeen: boolean },
): SeenSave | LessonRefusal | null {
  const controls = controlsOf(form);
  const names = [...new Set(controls.map(({ name }) => name))];
  const textOf = (name: string) => sent.getAll(name).filter((value) => typeof value === 'string');
  if (!names.some((name) => textOf(name).some((value) => value.includes(words.link)))) return null;
  const refused = refusalOf(form, page, isSeen);
  if (refused !== null) return refused;

  const upload = uploadInForm(words.uploads, controls, textOf);
  const isUploads = (name: string) => upload?.into.some((one) => one.name === name) === true;
  const seen: RecipeField[] = [];
  const shown: Choice[] = [];
  for (const name of names) {
    const [control] = controls.filter((one) => one.name === name);
    if (control === undefined || isUploads(name)) continue;
    const field = isFile(control) ? pictureField(name, sent) : wordField(control, textOf(name)[0] ?? '', words);
    if (field !== null) seen.push(field);
    else if (!isHidden(control) && !isFile(control)) shown.push(...choicesOf(control, textOf(name)));
  }
  const fields = withOnePicture(seen, controls);
  if (isTooMuch(fields, shown)) return 'too_many';
  const title = titleOf(fields, controls, textOf);
  if (title === null) return 'no_title';
  const isTitle = ({ name }: { name: string }) => name === title;
  const rest = fields.some(({ role }) => role === 'title')
    ? fields
    : [{ role: 'title' as const, name: title }, ...fields];
  const action = actionOf(form, page);
  if (action === null) return 'other_site';
  const chosen = shown.filter((one) => !isTitle(one));
  return { way: 'form', method: 'POST', action, fields: rest, shown: chosen, press, ...(upload && { upload }) };
}

/** Whether a save has more parts (12) and choices (60) than are kept of one. */
export const isTooMuch = (fields: readonly RecipeField[], shown: readonly Choice[]): boolean =>
  fields.length > 12 || shown.length > 60;

/** Which part of an article a field holds, told by the product's own words in it. */
function wordField(control: Control, value: string, words: LessonWords): RecipeField | null {
  if (isTick(control) || isSelect(control)) return null;
  return partOf(control.name, value, words) ?? pictureLine(control, value);
}

/** Which part of an article a text is, told by the product's own words in it; null for any other. */
export function partOf(name: string, value: string, { link, title, pictureUrl, now }: LessonWords): RecipeField | null {
  const text = value.trim();
  if (text === '') return null;
  if (text === link) return { role: 'link', name };
  if (text === pictureUrl) return { role: 'pictureUrl', name };
  if (text.includes(link)) return { role: 'body', name, form: isMarkup(text, link) ? 'html' : 'text' };
  if (sameTitle(text) === sameTitle(title)) {
    // A name of one small word is its own address.
    const isSlug = text === slugOf(title) && (text !== title.trim() || SLUG.test(name));
    return { role: isSlug ? 'slug' : 'title', name };
  }
  const day = dayForm(text, now);
  if (day !== null) return { role: 'date', name, form: day };
  if (SUMMARY.test(name)) return { role: 'excerpt', name };
  return null;
}

/** Told by its text, because the worker that reads requests has no parser. */
function isMarkup(text: string, link: string): boolean {
  return [...text.matchAll(/<a\s[^>]*href=["']?([^"'\s>]+)/gi)].some(([, href]) => href === link);
}

/** The title's field: the one with the product's name, else, where the person wrote another title, the one named so. */
function titleOf(
  fields: readonly RecipeField[],
  controls: readonly Control[],
  textOf: (name: string) => string[],
): string | null {
  const said = fields.find(({ role }) => role === 'title');
  if (said !== undefined) return said.name;
  const named = controls.find(
    (control) => control.type === 'text' && TITLE.test(control.name) && (textOf(control.name)[0] ?? '').trim() !== '',
  );
  return named?.name ?? null;
}

/** A choice in sight, or a line that the form demands (an author): what a person would choose again each time. */
export function choicesOf(control: Pick<Control, 'type' | 'name' | 'required'>, values: readonly string[]): Choice[] {
  const isChoice = isTick(control) || control.type.startsWith('select');
  if (!isChoice && !isStanding(control)) return [];
  const kept = values.filter((value) => value.length <= LINE_MAX).map((value) => ({ name: control.name, value }));
  // An untouched tick sends nothing; that it was taken away is told by an empty value.
  return kept.length === 0 && isChoice ? [{ name: control.name, value: '' }] : kept;
}
