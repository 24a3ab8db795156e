import type { RecipeGoods } from '#contract';
import { readPhone } from '#contract/phone.ts';
import {
  type Control,
  controlsOf,
  isFile,
  isHidden,
  isSelect,
  isTick,
  untouched,
} from '#utils/cms/learned/formShape.ts';
import { type LessonWords, observeSave, type SeenSave } from '#utils/cms/learned/observe.ts';
import { observeChange } from '#utils/cms/learned/observeChange.ts';
import type { LessonRefusal } from '#utils/cms/learned/refusal.ts';
import { sameTitle } from '#utils/cms/learned/safeWords.ts';
import type { LessonGoods } from '#utils/model/lesson.ts';
import { amountIn } from './amount.ts';

/** The lesson's product, by whose words its save is known. */
export interface ProductWords extends LessonWords {
  goods: LessonGoods;
}

type About = Parameters<typeof observeSave>[3];
type Sent = Pick<FormData, 'getAll'>;

const CALLED = {
  price: /harga|price|biaya|tarif/i,
  stock: /sto[ck]k?|jumlah|qty|kuantitas|persediaan/i,
  unit: /satuan|unit|kemasan/i,
  category: /kategori|categor|jenis/i,
  seller: /penjual|seller|pemilik|owner|pelaku|produsen/i,
  phone: /hp|telp|telepon|phone|whats?app|\bwa\b|kontak|contact/i,
};

/** Prices that no buyer pays. */
const NO_PRICE = /beli|modal|disko?n|promo|coret|grosir/i;

/** What a form that is just being sent shows of how this site saves a new product of its own table; null for any other. */
export function observeProduct(form: HTMLFormElement, sent: Sent, words: ProductWords, about: About) {
  return withGoods(observeSave(form, sent, words, about), form, sent, words.goods);
}

/** The same of a product that stands; `isOff`: it is taken off sale. */
export function observeProductChange(
  form: HTMLFormElement,
  sent: Sent,
  words: ProductWords,
  about: About,
  isOff: boolean,
): SeenSave | LessonRefusal | null {
  const seen = withGoods(observeChange(form, sent, words, about), form, sent, words.goods);
  if (!isOff || seen === null || typeof seen === 'string') return seen;
  // A count of nothing left is a choice too.
  const stock = seen.goods?.find(({ role }) => role === 'stock')?.name;
  const now = stock === undefined ? '' : textOf(sent, stock);
  const was = stock === undefined ? '' : untouched(form, stock);
  if (stock === undefined || now !== '0' || was === now) return seen;
  const before = [...(seen.before ?? []), { name: stock, value: was }];
  return { ...seen, shown: [...seen.shown, { name: stock, value: now }], before };
}

function withGoods(
  seen: SeenSave | LessonRefusal | null,
  form: HTMLFormElement,
  sent: Sent,
  goods: LessonGoods,
): SeenSave | LessonRefusal | null {
  if (seen === null || typeof seen === 'string') return seen;
  const taken = new Set(seen.fields.map(({ name }) => name));
  const open = controlsOf(form).filter((one) => !taken.has(one.name) && !isHidden(one) && !isFile(one) && !isTick(one));
  const parts = goodsIn(open, sent, goods);
  if (!parts.some(({ role }) => role === 'price')) return 'no_price';
  const named = new Set(parts.filter(({ role }) => role !== 'category').map(({ name }) => name));
  // Numbers of people and of things are nobody's choice, so that none is kept.
  const isKept = ({ name, value }: { name: string; value: string }) => {
    const control = open.find((one) => one.name === name);
    const isLine = control !== undefined && !isSelect(control);
    return (
      !named.has(name) && !(isLine && (readPhone(value) !== null || /\d/.test(value) || isCalled(control, 'phone')))
    );
  };
  return { ...seen, shown: seen.shown.filter(isKept), goods: parts };
}

function goodsIn(controls: readonly Control[], sent: Sent, goods: LessonGoods): RecipeGoods[] {
  const found = new Map<RecipeGoods['role'], string>();
  const put = (role: RecipeGoods['role'], isIt: (control: Control, text: string) => boolean) => {
    const used = new Set(found.values());
    const control = controls.find((one) => !used.has(one.name) && isIt(one, textOf(sent, one.name)));
    if (control !== undefined) found.set(role, control.name);
  };
  const isLine = (control: Control) => !isSelect(control);
  const isPrice = (one: Control) => isLine(one) && isCalled(one, 'price') && !NO_PRICE.test(one.name);
  put('price', (one, text) => isPrice(one) && amountIn(text) === goods.price);
  if (!found.has('price')) put('price', (one, text) => isPrice(one) && amountIn(text) !== null);
  put('stock', (one, text) => isLine(one) && isCalled(one, 'stock') && /^\d*$/.test(text));
  if (!found.has('price')) put('price', (one, text) => isLine(one) && amountIn(text) === goods.price);
  put('unit', (one, text) => isLine(one) && isCalled(one, 'unit') && text !== '' && amountIn(text) === null);
  put('category', (one) => isCalled(one, 'category'));
  put('phone', (one, text) => isLine(one) && text !== '' && readPhone(text) === goods.phone);
  // Of several makers the form may offer a choice: each product has its own.
  put('seller', (one, text) => (isLine(one) ? isSame(text, goods.seller) : isCalled(one, 'seller')));
  return [...found].map(([role, name]) => ({ role, name }));
}

const isSame = (text: string, name: string): boolean => text !== '' && sameTitle(text) === sameTitle(name);

/** Whether a control is called as this part of a product is, by its name or its label. */
export function isCalled(control: Control, role: keyof typeof CALLED): boolean {
  const label = control.labels?.[0]?.firstChild?.textContent ?? '';
  return CALLED[role].test(`${control.name} ${control.id} ${label}`);
}

function textOf(sent: Sent, name: string): string {
  const [value] = sent.getAll(name).filter((one) => typeof one === 'string');
  return value?.trim() ?? '';
}
