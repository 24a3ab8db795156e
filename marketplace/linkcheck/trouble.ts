import { maskPhones } from '#contract/phonesInText.ts';
import type { Deps } from '#marketplace/deps.ts';
import { publicSlug } from '#marketplace/listings/slug.ts';
import { selectLinks } from './due.ts';
import { LINK_REASONS, type LinkReason, type Meaning, meaningOf } from './failure.ts';

/** A link back with something amiss, for an operator. */
export interface LinkTrouble {
  listing: { id: string; slug: string; name: string };
  village: { slug: string; name: string };
  url: string;
  reason: LinkReason;
  meaning: Meaning;
  /** It counts as broken; otherwise it is waited for, or a link that was seen before still counts. */
  isBroken: boolean;
  checkedAt: Date | null;
}

/** More are not shown at once; the longest unseen come first. */
export const LINKS_SHOWN = 200;

/** Whether a stored reason is one that this version knows; a newer version may have written another. */
const known = (reason: string | null): LinkReason => LINK_REASONS.find((one) => one === reason) ?? 'unreachable';

const troubled = (deps: Deps) => selectLinks(deps).where('l.backlink_reason', 'is not', null);

/** Links back that were not seen at the last look, each with the reason; those that are shown and one more. */
export async function linkTroubles(deps: Deps): Promise<LinkTrouble[]> {
  const rows = await troubled(deps)
    .select(['l.slug', 'l.name', 'l.backlink_reason', 'l.backlink_state', 'l.backlink_checked_at'])
    .select(['v.slug as village_slug', 'v.name as village_name'])
    .orderBy('l.backlink_checked_at', (order) => order.asc().nullsFirst())
    .orderBy('l.id')
    .limit(LINKS_SHOWN + 1)
    .execute();
  return rows.map((row) => ({
    listing: { id: row.id, slug: publicSlug(row), name: maskPhones(row.name) },
    village: { slug: row.village_slug, name: maskPhones(row.village_name) },
    url: row.backlink_url ?? '',
    reason: known(row.backlink_reason),
    meaning: meaningOf(known(row.backlink_reason)),
    isBroken: row.backlink_state === 'broken',
    checkedAt: row.backlink_checked_at,
  }));
}

/** How many there are. */
export async function countLinkTroubles(deps: Deps): Promise<number> {
  const { n } = await deps.db
    .selectFrom(troubled(deps).as('t'))
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .executeTakeFirstOrThrow();
  return Number(n);
}

/** Has a product's link looked at now. False when there is no such link that is looked at at all. */
export async function askForLook(deps: Deps, id: string): Promise<boolean> {
  const due = await selectLinks(deps).where('l.id', '=', id).executeTakeFirst();
  if (!due) return false;
  await deps.jobs.send('linkcheck-asked', { villageId: due.village_id, id }, { key: id });
  return true;
}
