import type { RecipeUpload } from '#contract';

type Form = RecipeUpload['into'][number]['form'];

/** Something in an answer, and where it stands in its JSON: `/data/url`; `/` for the whole of it. */
export type Leaf = [place: string, value: string | number];

/** What a picture that was sent first is called in the fields of its article's form. */
export type Uploaded = { name: string; value: string | number }[];

const NAME_MAX = 1000;

/** The texts and numbers of an answer that is JSON; none of any other. */
export function leavesOf(answer: string): Leaf[] {
  const json = parsed(answer);
  return typeof json === 'string' ? [['/', json]] : within(json, '');
}

function within(value: unknown, at: string): Leaf[] {
  if (typeof value === 'string' || typeof value === 'number') return at === '' ? [] : [[at, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => within(inner, `${at}/${name.replaceAll('/', '~1')}`));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A place that can be kept. */
export const isAtPlace = (place: string): boolean => place.length <= 120 && !/[\p{Cc}\p{Cs}]/u.test(place);

/** What a name for a picture looks like; null for what is none: a sentence, a page, a truth value. */
export function shapeOf(value: string | number): Form | null {
  if (typeof value === 'number') return Number.isSafeInteger(value) && value > 0 ? 'number' : null;
  if (value.length > NAME_MAX || /[\s<>"'{}]/.test(value)) return null;
  if (/^\d+$/.test(value)) return Number(value) > 0 ? 'digits' : null;
  if (/\.(?:jpe?g|png|gif|webp)(?:\?\S*)?$/i.test(value)) return 'file';
  return /^(?=.*\d)[\w.:=+/-]{6,}$/.test(value) ? 'word' : null;
}

/**
 * What the answer calls the picture, for each field that is to say it; null unless all of them are told clearly and look as
 * they did when it was shown.
 */
export function namedBy(answer: string, into: RecipeUpload['into']): Uploaded | null {
  const leaves = leavesOf(answer);
  const named = into.flatMap(({ name, answer: places, form }) => {
    const said = places.length === 0 ? [answer.trim()] : places.map((place) => at(leaves, place));
    const [first] = said;
    if (first === undefined || said.some((one) => String(one) !== String(first))) return [];
    const value = form === 'number' ? Number(first) : String(first).trim();
    return shapeOf(value) === form ? [{ name, value }] : [];
  });
  return named.length === into.length ? named : null;
}

const at = (leaves: readonly Leaf[], place: string) => leaves.find(([one]) => one === place)?.[1];
