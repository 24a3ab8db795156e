import { type Control, controlsOf, isFile, isHidden, isSelect, isTick } from '#utils/cms/learned/formShape.ts';
import { sameTitle } from '#utils/cms/learned/safeWords.ts';
import { linesOf, plain } from '#utils/cms/plainText.ts';

/** How many fields of a form are looked at, and how much of each. */
const FIELDS_MAX = 40;
const VALUE_MAX = 5000;
/** Words shorter than this stand in any form. */
const NAME_MIN = 3;

/** One field of a product's form, as a person sees it. */
export interface Field {
  name: string;
  label: string;
  value: string;
  /** Addresses of the pictures beside it; only of a field that takes files. */
  images: string[];
}

/** The fields of the form in a part of a page that holds one of these names; null where none does. */
export function fieldsHolding(part: ParentNode, page: URL, names: readonly string[]): Field[] | null {
  const wanted = new Set(names.map(sameTitle).filter((name) => name.length >= NAME_MIN));
  const isOf = (form: HTMLFormElement): boolean =>
    form.querySelector('input[type=password]') === null &&
    controlsOf(form).some((control) => isText(control) && wanted.has(sameTitle(saidIn(control))));
  const form = [...part.querySelectorAll('form')].find(isOf);
  return form === undefined ? null : fieldsOf(form, page);
}

const isText = (control: Control): boolean =>
  control.matches('textarea, input:not([type]), input[type=text], input[type=search]');

function fieldsOf(form: HTMLFormElement, page: URL): Field[] {
  const shown = controlsOf(form).filter((control) => !isHidden(control) && !isTick(control));
  const pictures = picturesOf(form, page);
  return shown.slice(0, FIELDS_MAX).map((control) => ({
    name: control.name.slice(0, 120),
    label: labelOf(form, control),
    value: isFile(control) ? '' : saidIn(control).slice(0, VALUE_MAX),
    images: isFile(control) ? pictures : [],
  }));
}

/** What a person reads in a field: of a choice its words, of an editor's markup the lines. */
function saidIn(control: Control): string {
  if (isSelect(control)) {
    const chosen = [...control.options].find((option) => option.hasAttribute('selected'));
    return chosen === undefined || chosen.value === '' ? '' : plain(chosen.textContent);
  }
  const text = control.getAttribute('value') ?? control.textContent ?? '';
  return control.matches('textarea') && /<\/?[a-z][^>]*>/i.test(text) ? linesOf(text) : text.trim();
}

function labelOf(form: HTMLFormElement, control: Control): string {
  const { id } = control;
  const named =
    id === '' ? undefined : [...form.querySelectorAll('label')].find((one) => one.getAttribute('for') === id);
  const around = control.closest('label') ?? control.closest('div, p, td, li')?.querySelector('label');
  const label = (named ?? around)?.cloneNode(true) as Element | undefined;
  for (const other of label?.querySelectorAll('select, textarea, option') ?? []) other.remove();
  return plain(label?.textContent ?? control.getAttribute('placeholder')).slice(0, 60);
}

/** Pictures that the form shows, of the site itself. */
function picturesOf(form: HTMLFormElement, page: URL): string[] {
  const urls = [...form.querySelectorAll('img[src]')].flatMap(
    (image) => ownImage(image.getAttribute('src'), page) ?? [],
  );
  return [...new Set(urls)].slice(0, 8);
}

/** A picture's whole address; null where it is none of the site's own. */
export function ownImage(src: string | null, page: URL): string | null {
  const url = src === null || src.trim() === '' ? null : URL.parse(src.trim(), page);
  if (url === null || url.hostname !== page.hostname || !/^https?:$/.test(url.protocol)) return null;
  return new URL(url.pathname + url.search, page.origin).href;
}
