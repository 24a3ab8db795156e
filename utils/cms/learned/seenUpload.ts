import type { RecipeUpload } from '#contract';
import type { SentRequest } from './observeRequest.ts';
import { isAtPlace, leavesOf, shapeOf } from './uploadAnswer.ts';

/** The picture as a page's script sent it before its article, kept in the page's own memory until the save is seen. */
export interface SeenUpload {
  action: string;
  field: string;
  beside: string[];
  tokenHeader: string | undefined;
  answer: string;
  /** What stood in the page's fields before the picture was chosen. */
  had: Standing;
}

/** What is told of it with the save: names and addresses alone. */
export type ShownUpload = Omit<RecipeUpload, 'token'> & { tokenHeader?: string | undefined };

/** Fields with what stands in them. */
export type Standing = ReadonlySet<string>;

const TOKEN_HEADERS = ['x-csrf-token', 'x-xsrf-token', 'x-csrftoken'];
const standing = (name: string, value: string): string => `${name}\n${value}`;

/** What stands in every field of a page, to see later which of them the upload's answer has filled. */
export function standingIn(document: Document): Standing {
  const fields = document.querySelectorAll<HTMLInputElement>('input[name]:not([type=file]), textarea[name]');
  return new Set([...fields].map(({ name, value }) => standing(name, value)));
}

/**
 * An upload of the picture, as the page's own world told of it: as hostile as the page. Null for one that goes to another
 * host, or with a key out of the page's storage.
 */
export function seenUpload(
  request: SentRequest,
  { document, page, had }: { document: Document; page: URL; had: Standing },
): SeenUpload | null {
  const { url, method, headers, form = {}, files = [], answer } = request;
  const [field] = files;
  const isOwn = url.host === page.host && method.toUpperCase() === 'POST';
  if (answer === undefined || field === undefined || !isOwn || headers.includes('authorization')) return null;
  // By the time of the answer the page's script may have put the next token in the place of the one that was sent.
  const isThePages = (name: string, value = '') => had.has(standing(name, value)) || pageSays(document, name) === value;
  const beside = Object.entries(form).flatMap(([name, [value]]) => (isThePages(name, value) ? name : []));
  const tokenHeader = TOKEN_HEADERS.find((name) => headers.includes(name));
  return { action: url.href, field, beside: beside.slice(0, 6), tokenHeader, answer, had };
}

/** What a page holds under a name that goes along with an upload; undefined where it holds nothing. */
export function pageSays(root: ParentNode, name: string): string | undefined {
  const hidden = [...root.querySelectorAll<HTMLInputElement>('input[type=hidden][name]')];
  const own = hidden.find((input) => input.name === name)?.value;
  if (own !== undefined || !/token|csrf/i.test(name)) return own;
  return root.querySelector('meta[name="csrf-token"]')?.getAttribute('content') ?? undefined;
}

/**
 * By which fields of a save the newest upload is known in it: those that hold what the answer said and did not hold it
 * before. `values` are the save's texts by their names; JSON's by their last name too.
 */
export function uploadIn(
  uploads: readonly SeenUpload[],
  values: readonly (readonly [name: string, value: unknown])[],
  inForm: (name: string) => string = (name) => name,
): ShownUpload | undefined {
  for (const { answer, had, ...upload } of uploads.toReversed()) {
    const leaves = leavesOf(answer);
    const into = values.flatMap(([name, value]) => {
      const said = String(value).trim();
      const form = shapeOf(typeof value === 'number' ? value : said);
      if (form === null || had.has(standing(inForm(name), said))) return [];
      const places = leaves.filter(([, leaf]) => String(leaf) === said).map(([place]) => place);
      const isWhole = places.length === 0 && answer.trim() === said;
      return isWhole || places.length > 0 ? [{ name, answer: places.filter(isAtPlace).slice(0, 6), form }] : [];
    });
    if (into.length > 0) return { ...upload, into: into.slice(0, 4) };
  }
  return undefined;
}
