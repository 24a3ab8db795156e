import { cursors, innermost } from '#utils/cms/editor/cursor.ts';
import { articleForm, giveWords, pictureInput, titleLine } from '#utils/cms/learned/giveWords.ts';
import { plain } from '#utils/cms/plainText.ts';

/** A line that is an article's title and nothing else: a form of settings asks for names too. */
const TITLE = /judul|title|tajuk|headline/i;
const REQUIRED = '[required], [aria-required="true"]';
/** Words after which a form's own mark of a required field may stand. */
const MARK = /[*＊]|\(wajib\)/i;
/** The part of a page that belongs to one field, in the frameworks that such forms are made with. */
const GROUP = '.form-group, .mb-3, .row, .field, p, li, tr, div';
const MOST = 8;

/** What the open form is like. */
export interface FormHere {
  /** The labels of what has to be filled in beside title, text and picture. */
  asks: string[];
  /** True for the empty form of a new article: it has a line for the title, and nobody has typed there. */
  isNew: boolean;
  hasPictureField: boolean;
}

export const NO_FORM: FormHere = { asks: [], isNew: false, hasPictureField: false };

/** The form in which the card will go: the one with the cursor, else the article's. */
export function formHere(document: Document): HTMLFormElement | null {
  for (const place of cursors(document)) {
    const form = innermost(place).closest('form') ?? place.closest('form');
    if (form !== null) return form;
  }
  return articleForm(document);
}

/** Reads what the open form will ask for, so that it can be said before the person saves and is refused. */
export function readForm(document: Document): FormHere {
  const form = formHere(document);
  if (form === null) return NO_FORM;
  const title = titleLine(form, TITLE);
  const handed = new Set<Element | undefined>([title, pictureInput(form)]);
  const fields = [...form.querySelectorAll<HTMLElement>('input, select, textarea')].filter(
    (field) => !handed.has(field) && !field.matches('textarea, [type=hidden], [type=submit], [type=button]'),
  );
  const asks = fields.filter((field) => isRequired(field) && isEmpty(field)).map(labelOf);
  return {
    asks: [...new Set(asks)].filter((label) => label !== '').slice(0, MOST),
    isNew: title !== undefined && title.value === '',
    hasPictureField: pictureInput(form) !== undefined,
  };
}

/** Puts title and picture into the empty form of a new article; into any other nothing goes but the card. */
export function handOver(
  document: Document,
  words: { title: string; picture: File | null; pictureUrl: string | null },
): { title: boolean; picture: boolean } {
  const form = formHere(document);
  const line = form === null ? undefined : titleLine(form, TITLE);
  const isNew = form !== null && line !== undefined && line.value === '';
  return isNew ? giveWords(form, { ...words, line }) : { title: false, picture: false };
}

function isRequired(field: HTMLElement): boolean {
  return field.matches(REQUIRED) || MARK.test(wordsOf(field));
}

function isEmpty(field: HTMLElement): boolean {
  const { type, value, checked } = field as HTMLInputElement;
  return type === 'checkbox' || type === 'radio' ? !checked : value === '';
}

function labelOf(field: HTMLElement): string {
  const words = wordsOf(field) || (field as HTMLInputElement).placeholder || (field as HTMLInputElement).name || '';
  return plain(words.replace(/[*＊:]|\(wajib\)/gi, ' ')).slice(0, 40);
}

/** A field's label: its own, else the one beside it in the same part of the form. */
function wordsOf(field: HTMLElement): string {
  const own = (field as HTMLInputElement).labels?.[0];
  const label = own ?? field.closest(GROUP)?.querySelector('label');
  const named = field.getAttribute('aria-label') ?? '';
  if (label == null || (own === undefined && fieldsIn(field.closest(GROUP)) > 1)) return named;
  // A label around its field holds the field's choices too.
  const words = label.cloneNode(true) as HTMLElement;
  for (const inner of words.querySelectorAll('select, input, textarea, option')) inner.remove();
  return plain(words.textContent) || named;
}

function fieldsIn(group: Element | null): number {
  return group?.querySelectorAll('input:not([type=hidden]), select, textarea').length ?? 0;
}
