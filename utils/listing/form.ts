import { type ListingInput, ListingInput as Schema } from '#contract';
import { number } from '#contract/format.ts';
import { phoneText, readPhone } from '#contract/phone.ts';
import { phoneIssues } from '#contract/phonesInText.ts';
import { isMoneyWord, readPrice } from '#contract/price.ts';
import type { EveryMember } from '#contract/stations.ts';
import type { DraftForm, DraftPhoto, FieldIssue } from '#utils/model/draft.ts';
import { exchangeOf, exchangeText } from './exchange.ts';
import { permitFields, permitsOf } from './permits.ts';
import { packSize } from './unit.ts';

export { emptyForm } from './emptyForm.ts';

/** What a listing holds beside the form. `rev` is the revision that the form would become. */
export interface Around {
  rev: number;
  siteUrl: string | null;
  state: ListingInput['state'];
}

/**
 * Turns the typed form into what the marketplace wants, or answers what is wrong with it. The rules are the contract's
 * own. This adds only what the contract cannot know: that a field was left empty, or that what was typed can mean two
 * things.
 */
export function toListingInput(
  form: DraftForm,
  photos: readonly Pick<DraftPhoto, 'hash'>[],
  around: Around,
): { input: ListingInput } | { issues: FieldIssue[] } {
  const phone = readPhone(form.producerPhone);
  const parsed = Schema.safeParse({
    ...around,
    name: form.name,
    price: readRupiah(form.price),
    unit: form.unit,
    unitWord: form.unitWord ?? null,
    packSize: packSize(form),
    availability: form.availability,
    stock: stock(form.stock),
    category: form.category,
    description: form.description,
    photos: photos.map((photo) => photo.hash),
    producer: { name: form.producerName, phone: phone ?? '', consent: form.consent },
    flagship: form.flagship,
    terms: form.terms,
    exchange: exchangeOf(form.exchange),
    floor: isEmpty(form.floorPrice) ? null : { price: readRupiah(form.floorPrice), below: form.floorBelow },
    permits: permitsOf(form),
  } satisfies Record<keyof ListingInput, unknown>);
  const numbers = phoneIssues({ ...form, producer: { name: form.producerName } });
  const money = isMoneyWord(form.unitWord ?? '') ? [{ path: 'unitWord', code: 'unit_word_money' }] : [];
  if (parsed.success && numbers.length + money.length === 0) return { input: parsed.data };
  const issues = onePerPath(parsed.error?.issues ?? []).map((issue) => sharpened(issue, form));
  return {
    issues: [...issues, ...money, ...numbers.filter(({ path }) => issues.every((issue) => issue.path !== path))],
  };
}

/** A stored listing as a form again; `toListingInput` of it is the same listing. */
export function formOf(input: ListingInput): EveryMember<DraftForm> {
  return {
    name: input.name,
    price: number(input.price),
    unit: input.unit,
    unitWord: input.unitWord ?? undefined,
    packAmount: input.packSize === null ? '' : String(input.packSize.amount).replace('.', ','),
    packMeasure: input.packSize?.measure ?? 'gram',
    availability: input.availability,
    stock: input.stock === null ? '' : String(input.stock),
    category: input.category,
    description: input.description,
    producerName: input.producer.name,
    producerPhone: phoneText(input.producer.phone),
    consent: input.producer.consent,
    flagship: input.flagship,
    terms: input.terms,
    exchange: exchangeText(input.exchange),
    floorPrice: input.floor === null ? '' : number(input.floor.price),
    floorBelow: input.floor?.below ?? 'ask',
    ...permitFields(input.permits),
  };
}

function readRupiah(typed: string): number | undefined {
  const reading = readPrice(typed);
  return reading.kind === 'price' ? reading.rupiah : undefined;
}

/**
 * Reads a stock such as `40` or `1.000`. Answers null for an empty field (the stock is not counted) and NaN, which the
 * schema refuses, for anything else.
 */
function stock(typed: string): number | null {
  if (isEmpty(typed)) return null;
  const text = typed.trim();
  return /^\d+$|^\d{1,3}(\.\d{3})+$/.test(text) ? Number(text.replaceAll('.', '')) : Number.NaN;
}

function isEmpty(typed: string): boolean {
  return typed.trim() === '';
}

function onePerPath(issues: readonly { path: PropertyKey[]; message: string }[]): FieldIssue[] {
  const first = new Map<string, string>();
  for (const { path, message } of issues) {
    const name = path.map(String).join('.');
    if (!first.has(name)) first.set(name, message);
  }
  return [...first].map(([path, code]) => ({ path, code }));
}

/** Gives an issue a more exact code, because "malformed" says too little about an empty field or about `1.5`. */
function sharpened(issue: FieldIssue, form: DraftForm): FieldIssue {
  const code = { price: priceCode(form.price), 'floor.price': priceCode(form.floorPrice) }[issue.path];
  if (code && issue.code === 'price_malformed') return { ...issue, code };
  if (issue.code === 'phone_malformed' && isEmpty(form.producerPhone)) return { ...issue, code: 'phone_missing' };
  if (issue.code === 'unit_unknown' && isEmpty(form.unit)) return { ...issue, code: 'unit_missing' };
  if (issue.code === 'category_unknown' && isEmpty(form.category)) return { ...issue, code: 'category_missing' };
  return issue;
}

function priceCode(typed: string): string | null {
  return { empty: 'price_missing', ask: 'price_ambiguous', unreadable: null, price: null }[readPrice(typed).kind];
}
