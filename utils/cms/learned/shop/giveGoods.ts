import { type Control, controlsOf, isFile, isHidden, isSelect, isTick } from '#utils/cms/learned/formShape.ts';
import { titleLine } from '#utils/cms/learned/giveWords.ts';
import { categoryOf } from '#utils/listing/category.ts';
import type { LessonGoods } from '#utils/model/lesson.ts';
import { isCalled } from './observe.ts';
import { bodyWith } from './words.ts';

const NAME = /nama[\s_-]*(?:produk|barang|umkm|usaha)|produk|product|barang|judul/i;

/** The form on this page in which a product is saved: it asks for a price. */
export function productForm(document: Document): HTMLFormElement | null {
  const forms = [...document.querySelectorAll('form')].filter((form) => form.checkVisibility());
  return forms.find((form) => lineFor(form, 'price') !== undefined && titleLine(form) !== undefined) ?? null;
}

/** What of a form is filled in, and what the person has to do. */
export interface Given {
  title: boolean;
  body: boolean;
}

/** Whether the description is written in an editor, which only the page's own world can fill; and the unit within it. */
export function editorIn(form: HTMLFormElement): { withUnit: boolean } | undefined {
  const hasText = textIn(form) !== undefined;
  const hasEditor = form.querySelector('[contenteditable="true"], iframe') !== null;
  return !hasText && hasEditor ? { withUnit: lineFor(form, 'unit') === undefined } : undefined;
}

/**
 * Puts a product into its form as a person would: they see it, and may change it. The price is digits alone. The maker's
 * number is not put in, because it would stand on a public page: that is the person's to decide.
 */
export function fillGoods(
  form: HTMLFormElement,
  { goods, title, link, isNew }: { goods: LessonGoods; title: string; link: string; isNew: boolean },
): Given {
  const name = titleLine(form, NAME) ?? titleLine(form);
  if (isNew && name !== undefined && name.value === '') enter(name, title);
  const put = (role: Role, value: string | null) => {
    const line = lineFor(form, role);
    if (line !== undefined && value !== null && (!isNew || line.value === '')) enter(line, value);
  };
  put('price', String(goods.price));
  put('unit', goods.unit);
  if (isNew) {
    put('stock', goods.stock === null ? null : String(goods.stock));
    put('seller', goods.seller);
    chooseCategory(form, goods.category);
  }
  const area = textIn(form);
  const words = { name: title, ...goods };
  const text = bodyWith(words, link, { isHtml: false, withUnit: lineFor(form, 'unit') === undefined });
  if (area !== undefined && (area.value.trim() === '' || area.value.includes(link))) enter(area, text);
  return { title: name !== undefined && name.value !== '', body: area?.value.includes(link) ?? false };
}

type Role = Parameters<typeof isCalled>[1];

const isOpen = (control: Control): boolean =>
  !isHidden(control) && !isFile(control) && !isTick(control) && control.checkVisibility({ visibilityProperty: true });

function lineFor(form: HTMLFormElement, role: Role): HTMLInputElement | undefined {
  return controlsOf(form).find(
    (one): one is HTMLInputElement =>
      one instanceof HTMLInputElement && isOpen(one) && !one.readOnly && !one.disabled && isCalled(one, role),
  );
}

/** The biggest text field in sight. */
function textIn(form: HTMLFormElement): HTMLTextAreaElement | undefined {
  const areas = [...form.querySelectorAll('textarea')].filter((area) => area.checkVisibility());
  return areas.sort((one, other) => other.clientHeight - one.clientHeight)[0];
}

function chooseCategory(form: HTMLFormElement, category: string): void {
  const select = controlsOf(form).find((one) => isSelect(one) && isOpen(one) && isCalled(one, 'category'));
  if (select === undefined || !isSelect(select)) return;
  const wanted = categoryOf(category);
  const option = [...select.options].find(({ text }) => wanted !== null && categoryOf(text) === wanted);
  if (option === undefined) return;
  select.value = option.value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
}

/** The page's own scripts hear of it as of typing. */
function enter(control: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  control.value = text;
  for (const type of ['input', 'change']) control.dispatchEvent(new Event(type, { bubbles: true }));
}
