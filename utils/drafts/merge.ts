import { FORM_FIELDS, type FormField, pathOf } from '#utils/listing/fields.ts';
import type { Draft, FieldIssue, Said } from '#utils/model/draft.ts';

/**
 * The draft over a listing that another device has changed since it was opened. `newest` is the listing's own form now.
 * What only the other device changed is taken from there, what only this person changed stays, and what both changed is
 * named: the person's own words stay in the form, and publishing again says that they are to be taken.
 */
export function mergeOver(draft: Draft, newest: Draft): { draft: Draft; conflicts: FieldIssue[] } {
  const { base } = draft;
  if (base === undefined || newest.base === undefined || draft.baseRev >= newest.baseRev)
    return { draft, conflicts: [] };
  const form = { ...draft.form };
  let { photos } = draft;
  const conflicts: FieldIssue[] = [];
  for (const field of FORM_FIELDS) {
    const [was, mine, theirs] = [base, toBase(draft), newest.base].map((said) => saidIn(said, field));
    if (theirs === was || theirs === mine) continue;
    if (mine !== was) conflicts.push(conflict(field, newest));
    else if (field === 'photos') photos = newest.photos;
    else Object.assign(form, { [field]: newest.form[field] });
  }
  return { draft: { ...draft, form, photos, base: newest.base, baseRev: newest.baseRev }, conflicts };
}

/**
 * The draft over what another tab has stored of it since this one last knew it (`over`): what was not touched here is taken from
 * there. What both touched is this one's, which was written later. Null when there is nothing to take.
 */
export function overOtherTab(draft: Draft, stored: Draft, over: Said): Draft | null {
  const taken = FORM_FIELDS.filter((field) => {
    const [before, mine, theirs] = [over, toBase(draft), toBase(stored)].map((said) => exactly(said, field));
    return mine === before && theirs !== before;
  });
  if (taken.length === 0) return null;
  const fields = taken.filter((field) => field !== 'photos').map((field) => [field, stored.form[field]]);
  const form = { ...draft.form, ...Object.fromEntries(fields) };
  return { ...draft, form, photos: taken.includes('photos') ? stored.photos : draft.photos };
}

const exactly = ({ form, photos }: Said, field: FormField): string =>
  field === 'photos' ? photos.join() : JSON.stringify(form[field] ?? null);

type Base = NonNullable<Draft['base']>;

const toBase = ({ form, photos }: Draft): Base => ({ form, photos: photos.map(({ hash }) => hash) });

/** A field's value, to be compared; an absent one of an older form says nothing, as an empty one does. */
function saidIn({ form, photos }: Base, field: FormField): string {
  return field === 'photos' ? photos.join() : String(form[field] ?? '').trim();
}

function conflict(field: FormField, { form }: Draft): FieldIssue {
  // What is chosen stands in the form in names that are nobody's words.
  const theirs = field === 'photos' || field === 'exchange' ? undefined : form[field];
  const about = { path: pathOf(field), code: 'changed_elsewhere' };
  return typeof theirs === 'string' ? { ...about, theirs } : about;
}
