import type { RecipeField } from '#contract';
import { isTooMuch, type LessonWords, partOf, type SeenSave } from './observe.ts';
import type { LessonRefusal } from './refusal.ts';
import { uploadIn } from './seenUpload.ts';
import { inForm } from './toDeed.ts';

/** One request of a page's script, as it was told of by the page's own world: as hostile as the page. */
export interface SentRequest {
  url: URL;
  method: string;
  /** What was sent, where it was JSON. */
  json?: unknown;
  /** What was sent, where it was a form. */
  form?: Readonly<Record<string, readonly string[]>>;
  /** The names under which files were sent. */
  files?: readonly string[];
  /** What came back; of the picture's own upload alone. */
  answer?: string;
  /** The names of its headers, in small letters. */
  headers: readonly string[];
}

const TOKEN_HEADERS = ['x-csrf-token', 'x-xsrf-token', 'x-csrftoken'];
const SECRET = /token|csrf|password|sandi/i;
const LINE_MAX = 100;

/** A value somewhere in JSON, and where: `/data/judul`. */
type Leaf = [pointer: string, value: unknown];

/**
 * What a request of a page's script shows of how this site saves an article; null when the product's words are not in it,
 * and then nothing of it is looked at further. `isChoice` says whether a person chooses in a control of this name: of no
 * other text the value is kept.
 */
export function observeRequest(
  request: SentRequest,
  words: LessonWords,
  page: URL,
  isChoice: (name: string) => boolean,
): SeenSave | LessonRefusal | null {
  const { url, json, form, headers } = request;
  const leaves: Leaf[] = json !== undefined ? leavesOf(json) : formLeaves(form ?? {});
  if (!leaves.some(([, value]) => typeof value === 'string' && value.includes(words.link))) return null;
  if (url.host !== page.host) return 'other_site';
  const method = (['POST', 'PUT', 'PATCH'] as const).find((one) => one === request.method.toUpperCase());
  if (method === undefined) return 'not_sent';
  if (headers.includes('authorization')) return 'storage';
  if (json !== undefined && holdsCollection(json)) return 'everything';
  if (leaves.some(([name]) => /password|sandi/i.test(name))) return 'secret';

  const isTold = ([name, value]: Leaf) =>
    !isChoice(inForm(name)) && (typeof value !== 'string' || partOf(name, value, words) === null);
  const upload = uploadIn(words.uploads ?? [], leaves.filter(isTold), inForm);
  const fields: RecipeField[] = (request.files ?? []).map((name) => ({ role: 'picture', name }));
  const shown: { name: string; value: string }[] = [];
  for (const [name, value] of leaves) {
    if (upload?.into.some((one) => one.name === name)) continue;
    const part = typeof value === 'string' ? partOf(name, value, words) : null;
    if (part !== null) fields.push(part);
    else if (
      !SECRET.test(name) &&
      isShort(value) &&
      (typeof value !== 'string' || isMethod(name, value) || isChoice(inForm(name)))
    )
      shown.push({ name, value: json === undefined ? String(value) : JSON.stringify(value) });
  }
  if (isTooMuch(fields, shown)) return 'too_many';
  if (!fields.some(({ role }) => role === 'title')) return 'no_title';
  if (json !== undefined && isAmongOthers(fields, leaves)) return 'everything';
  return {
    way: json === undefined ? 'formData' : 'json',
    method,
    action: url,
    fields,
    shown,
    press: null,
    members: leaves.map(([name]) => name),
    tokenHeader: TOKEN_HEADERS.find((name) => headers.includes(name)),
    ...(upload && { upload }),
  };
}

/** How forms that are sent by POST say that they mean PUT: the page's script adds it, so no form holds it. */
const isMethod = (name: string, value: string): boolean => name === '_method' && /^(?:PUT|PATCH)$/i.test(value);

const isShort = (value: unknown): boolean => typeof value !== 'string' || value.length <= LINE_MAX;

function formLeaves(form: Readonly<Record<string, readonly string[]>>): Leaf[] {
  return Object.entries(form).flatMap(([name, values]) => values.map((value): Leaf => [name, value]));
}

function leavesOf(value: unknown, at = ''): Leaf[] {
  if (typeof value !== 'object' || value === null) return [[at, value]];
  return Object.entries(value).flatMap(([name, inner]) => leavesOf(inner, `${at}/${name.replaceAll('/', '~1')}`));
}

/** True when title or body stand in a list, or others of their name beside them: then more than one article is sent. */
function isAmongOthers(fields: readonly RecipeField[], leaves: readonly Leaf[]): boolean {
  return fields
    .filter(({ role }) => role === 'title' || role === 'body')
    .some(
      ({ name }) =>
        /\/\d+(?:\/|$)/.test(name) || leaves.some(([other]) => other !== name && inForm(other) === inForm(name)),
    );
}

/** True when the site's articles are sent together: two or more of one shape in a list. */
function holdsCollection(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value) && value.length > 1 && value.every((one) => typeof one === 'object' && one !== null))
    return true;
  return Object.values(value).some(holdsCollection);
}
