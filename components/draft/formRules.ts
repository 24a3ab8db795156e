import { pricePer, readPrice } from '#contract/price.ts';
import { toListingInput } from '#utils/listing/form.ts';
import { unitOfCell, unitValues } from '#utils/listing/line/index.ts';
import type { Draft, DraftForm, FieldIssue } from '#utils/model/draft.ts';

export { categoryOf } from '#utils/listing/category.ts';

/** What our own rules say of a draft: those of the marketplace, and what only a form can know. */
export function issuesIn(draft: Draft): FieldIssue[] {
  const around = { rev: draft.baseRev + 1, siteUrl: draft.siteUrl, state: 'live' as const };
  const read = toListingInput(draft.form, draft.photos, around);
  return 'issues' in read ? read.issues : [];
}

/** "85rb/ekor" in the field of the price says the unit too. `set` puts a value into a field as typing does. */
export function withUnitSaid(
  draft: Draft,
  set: <F extends keyof DraftForm>(draft: Draft, field: F, value: DraftForm[F]) => Draft,
): Draft {
  const said = readPrice(draft.form.price).kind === 'unreadable' ? pricePer(draft.form.price) : null;
  const unit = said && unitOfCell(said.per);
  if (said === null || unit === null) return draft;
  const { unit: chosen, unitWord } = { unitWord: undefined, ...unitValues(unit) };
  return set(set(set(draft, 'price', said.price), 'unit', chosen ?? ''), 'unitWord', unitWord);
}
