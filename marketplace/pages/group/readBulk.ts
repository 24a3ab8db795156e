import { type BuyerInquiry, DEFAULT_LOCALE, type PublicListing } from '#contract';
import { BULK_MAX } from '#marketplace/inquiries/bulk/room.ts';
import type { FormIssue } from '#marketplace/pages/inquiryForm.ts';
import { readInquiry, typedForm } from '#marketplace/pages/thread/ask.ts';
import { field } from '#marketplace/pages/thread/form.ts';
import { GROUP } from '#marketplace/words/index.ts';
import { type BulkForm, unitKey } from './model.ts';

const QUANTITY_MAX = 40;
/** A form of ours has no more; whoever sends more is told of the limit all the same. */
const CHOSEN_READ = 50;

/** The fields as they were typed; of a form on another site, only what nobody else may say for the buyer is left out. */
export function typedBulk(fields: URLSearchParams, isForeign: boolean): BulkForm {
  const chosen = [...new Set(fields.getAll('desa'))].slice(0, CHOSEN_READ);
  return { ...typedForm(fields, isForeign), chosen, unit: field(fields, 'satuan') };
}

interface Read {
  input: BuyerInquiry | null;
  issues: FormIssue[];
}

/** What the form asks of every village, or what is wrong with it. */
export function readBulk(form: BulkForm, listings: PublicListing[]): Read {
  const [first] = listings;
  const isOffer = first !== undefined && form.price.trim() !== '';
  const { input, issues } = isOffer ? readInquiry(form, first) : readInquiry({ ...form, ...wordsOf(form) }, null);
  const own = [...chosenIssues(form, listings), ...quantityIssues(form), ...priceIssues(form, listings)];
  const all = [...own, ...issues];
  return { input: all.length === 0 ? input : null, issues: all };
}

function chosenIssues(form: BulkForm, listings: PublicListing[]): FormIssue[] {
  if (form.chosen.length === 0) return [{ path: 'chosen', code: 'villages_missing' }];
  if (listings.length > BULK_MAX) return [{ path: 'chosen', code: 'villages_many' }];
  return listings.length === 0 ? [{ path: 'chosen', code: 'listing_gone' }] : [];
}

const quantityIssues = ({ quantity, price }: BulkForm): FormIssue[] =>
  price.trim() === '' && quantity.length > QUANTITY_MAX ? [{ path: 'quantity', code: 'quantity_long' }] : [];

/** A price is for the unit that stood beside it: every village has to sell in that one. */
function priceIssues({ price, unit }: BulkForm, listings: PublicListing[]): FormIssue[] {
  const isOther = listings.some((listing) => unitKey(listing) !== unit);
  return price.trim() !== '' && isOther ? [{ path: 'terms.price', code: 'units_differ' }] : [];
}

/**
 * Without a price the quantity is a part of the question, in the language that villages read: "10 kg" is no number of
 * anybody's packs.
 */
function wordsOf({ text, quantity }: BulkForm) {
  const t = GROUP[DEFAULT_LOCALE];
  const needed = quantity.trim();
  if (needed === '') return { text };
  return {
    text: text.trim() === '' ? t('askedQuantity', needed) : `${text.trimEnd()}\n${t('quantityLine', needed)}`,
  };
}
