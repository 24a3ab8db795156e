import type { InquiryTables } from '#marketplace/db/tables/inquiries.ts';
import type { Deps } from '#marketplace/deps.ts';
import { groupNameOf } from '#marketplace/groups/name.ts';
import { readGroup } from '#marketplace/groups/read.ts';
import type { Key } from './store/events.ts';

/** The same product in other villages, for a buyer whose village does not answer. */
export interface Elsewhere {
  /** `/produk/<slug>` is its page. */
  slug: string;
  label: string;
  /** How many other villages sell it. */
  villages: number;
}

/** Other villages that sell what has this name; null where there is none. */
export async function otherVillages(deps: Deps, villageId: string, name: string): Promise<Elsewhere | null> {
  const group = groupNameOf(name);
  if (group === null) return null;
  const { offers } = await readGroup(deps, group);
  const villages = offers.filter(({ listing }) => listing.village.id !== villageId).length;
  return villages === 0 ? null : { ...group, villages };
}

type Row = Pick<InquiryTables['inquiries'], 'unanswered' | 'state' | 'flagged' | 'erased'> & {
  answered_at: Date | null;
};

/** Whether the village owes an answer, or let the buyer's offer end without one. */
export const isLeftWaiting = ({ unanswered, state, flagged, erased, answered_at }: Row): boolean =>
  !flagged && !erased && (unanswered || (state === 'expired' && answered_at === null));

/** What became of an operator's wish to show a buyer other villages. */
export type ElsewhereOutcome = 'shown' | 'already' | 'nobody_else' | 'answered';

/**
 * From now on the buyer's own page shows a link to the same product in other villages, for as long as the village does not
 * answer. Nothing of the buyer goes anywhere: the link is pressed by the buyer or not at all. Done twice, it is done once.
 */
export async function showElsewhere(deps: Deps, { villageId, id }: Key): Promise<ElsewhereOutcome> {
  const row = await deps.db
    .selectFrom('inquiries as i')
    .innerJoin('listings as l', (on) =>
      on.onRef('l.village_id', '=', 'i.village_id').onRef('l.id', '=', 'i.listing_id'),
    )
    .select(['i.unanswered', 'i.state', 'i.flagged', 'i.erased', 'i.answered_at', 'l.name'])
    .where('i.village_id', '=', villageId)
    .where('i.id', '=', id)
    .executeTakeFirst();
  if (!row || !isLeftWaiting(row)) return 'answered';
  if ((await otherVillages(deps, villageId, row.name)) === null) return 'nobody_else';
  const { numUpdatedRows } = await deps.db
    .updateTable('inquiries')
    .set({ elsewhere_at: deps.now() })
    .where('village_id', '=', villageId)
    .where('id', '=', id)
    .where('elsewhere_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n ? 'shown' : 'already';
}
