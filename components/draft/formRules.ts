import { toListingInput } from '#utils/listing/form.ts';
import type { Draft, FieldIssue } from '#utils/model/draft.ts';

export { categoryOf } from '#utils/listing/category.ts';

/** What our own rules say of a draft: those of the marketplace, and what only a form can know. */
export function issuesIn(draft: Draft): FieldIssue[] {
  const around = { rev: draft.baseRev + 1, siteUrl: draft.siteUrl, state: 'live' as const };
  const read = toListingInput(draft.form, draft.photos, around);
  return 'issues' in read ? read.issues : [];
}
