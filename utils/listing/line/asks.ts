import { number } from '#contract/format.ts';
import { PRICE_MIN } from '#contract/listing.ts';
import type { DraftForm } from '#utils/model/draft.ts';
import type { Ask, QuickReading } from './reading.ts';

/** Names a question by its words, so that an answer outlives other letters of the line. */
export const askKey = (text: string, { field, start, end }: Ask): string => `${field}:${text.slice(start, end)}`;

/** One that is answered by typing into its field as well, and that nobody can put aside: the form asks for it anyway. */
export const isOfField = (ask: Ask): ask is Ask & { field: 'price' | 'producerPhone' } =>
  ask.field === 'price' || ask.field === 'producerPhone';

/** The words that a question is about, without what parts them from the words before. */
export const wordsOf = (text: string, { start, end }: Ask): string => text.slice(start, end).replace(/^[\s|;,]+/, '');

/**
 * The questions that nobody has answered yet. One about a field of the form's first rows is answered as well by typing
 * into the field.
 */
export function openAsks(text: string, { asks }: QuickReading, form: DraftForm, answered: readonly string[]): Ask[] {
  return asks.filter((ask) => {
    if (answered.includes(askKey(text, ask))) return false;
    return !isOfField(ask) || form[ask.field].trim() === '';
  });
}

/** What the words of a question may become besides its own choices: a number alone may be a price or a stock. */
export function otherChoices(text: string, ask: Ask, form: DraftForm): Partial<DraftForm>[] {
  if (isOfField(ask)) return [];
  const words = wordsOf(text, ask).trim();
  const digits = /^\d{1,9}$/.test(words) ? Number(words) : null;
  const asNumber: Partial<DraftForm>[] = [];
  if (ask.field === 'aside' && digits !== null && form.price.trim() === '' && digits >= PRICE_MIN)
    asNumber.push({ price: number(digits) });
  if (ask.field === 'aside' && digits !== null && form.stock.trim() === '' && digits <= 1_000_000)
    asNumber.push({ stock: String(digits) });
  return [...asNumber, { description: [form.description.trim(), words].filter((part) => part !== '').join('\n') }];
}
