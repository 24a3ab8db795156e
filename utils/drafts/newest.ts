import type { Tx } from '#utils/db/db.ts';
import { stable } from '#utils/listings/equality.ts';
import { toDraft } from '#utils/listings/toDraft.ts';
import type { Draft, FieldIssue } from '#utils/model/draft.ts';
import type { StoredListing } from '#utils/model/stored.ts';
import { mergeOver } from './merge.ts';

/**
 * The draft over all that is known of its listing: over what this device has said, and over what another device has said
 * that this device's words were not written over. `conflicts` are the fields that both changed.
 */
export async function overNewest(
  tx: Tx,
  typed: Draft,
  listing: StoredListing,
): Promise<{ draft: Draft; conflicts: FieldIssue[] }> {
  const own = await toDraft(tx, listing);
  const said = mergeOver(typed, own);
  const { agreed, theirs } = listing;
  if (agreed === undefined || theirs === undefined) return said;
  const other = await toDraft(tx, { ...listing, input: theirs });
  // The person has seen the other device's words in this form already.
  if (typed.base !== undefined && stable(typed.base) === stable(other.base)) return { draft: typed, conflicts: [] };
  // Own words that were not heard yet are changes too: what was agreed before them is what both devices started from.
  const { base } = await toDraft(tx, { ...listing, input: agreed });
  const from = typed.baseRev > listing.input.rev ? typed : { ...said.draft, base };
  const both = mergeOver({ ...from, baseRev: theirs.rev - 1 }, other);
  return { draft: both.draft, conflicts: [...said.conflicts, ...both.conflicts] };
}
