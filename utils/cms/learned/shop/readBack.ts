import type { Tools } from '#utils/cms/learned/create.ts';
import { untouched } from '#utils/cms/learned/formShape.ts';
import { inForm } from '#utils/cms/learned/toDeed.ts';
import { CmsError } from '#utils/cms/types.ts';
import { fieldOf, priceIn, type Row, said } from './inTable.ts';
import type { Values } from './parts.ts';
import { rowFor, type Work } from './place.ts';
import { inTime, isWhole, sendProduct } from './send.ts';
import { saysSame } from './words.ts';

/**
 * Looks whether the form says what was written, and the public shop still comes to everybody; else the parts are put back as
 * they stood, and that is told. `unread` throws for what was not saved at all.
 */
export async function readBack(work: Work, old: Row, values: Values, tools: Tools, unread: () => never): Promise<void> {
  const { deed } = old;
  const titles = values.filter(({ name }) => name === fieldOf(deed, 'title')).map(({ value }) => value);
  const after = await inTime(tools, () => rowFor(work, deed, [said(old, 'title') ?? '', ...titles]));
  if (after === null || !after.isOurs) return unread();
  const isOld = ({ name, value }: Values[number]) => {
    const was = textIn(old, name);
    return was.trim() !== value.trim() && textIn(after, name) === was;
  };
  if (values.some(isOld)) return unread();
  const price = values.find(({ name }) => name === fieldOf(deed, 'price'));
  const isCosting = price === undefined || priceIn(after) === Number(price.value);
  if (isCosting && (await isWhole(work, 0))) return;
  // What a person has changed since is theirs. A price that the site spoilt says nothing of what we wrote.
  const isLeft = ({ name, value }: Values[number]) => name === price?.name || saysSame(textIn(after, name), value);
  const before = values.filter(isLeft).map(({ name }) => ({ name, value: textToPutBack(old, name) }));
  const sent = { ...deed, action: after.action, fields: [] };
  await sendProduct(work, after, sent, { values: before, picture: null }, tools);
  throw new CmsError('shop_broken', work.seen?.url ?? work.before.url);
}

const textIn = ({ form }: Row, name: string): string => untouched(form, inForm(name));

/** As it stood; a price goes back as digits, too. */
function textToPutBack(row: Row, name: string): string {
  const price = name === fieldOf(row.deed, 'price') ? priceIn(row) : null;
  return price === null ? textIn(row, name) : String(price);
}
