import type { Deps } from '#marketplace/deps.ts';
import { countWaiting } from '#marketplace/inquiries/waiting.ts';
import { countWatched } from '#marketplace/inquiries/watched.ts';
import { countLinkTroubles } from '#marketplace/linkcheck/trouble.ts';
import { offerable } from '#marketplace/recipes/offers.ts';
import { openSiteRequests } from '#marketplace/villages/siteRequests.ts';

/** How much waits for an operator, by what it is. */
export interface Queues {
  /** Villages that wait to be approved. */
  villages: number;
  /** Products and villages that were reported; not how often. */
  reports: number;
  held: number;
  unanswered: number;
  links: number;
  /** Sites that villages ask for, and recipes that are offered to nobody. */
  sites: number;
}

async function count(deps: Deps, table: 'reports' | 'village_reports', column: 'listing_id' | 'village_id') {
  const row = await deps.db
    .selectFrom(table)
    .select((eb) =>
      eb.fn
        .count<string>(column as 'village_id')
        .distinct()
        .as('n'),
    )
    .where('handled_at', 'is', null)
    // What is reported in practice is in no queue.
    .where('village_id', 'not in', (eb) =>
      eb.selectFrom('villages').select('villages.id').where('practice_room', 'is not', null),
    )
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

async function waitingVillages({ db }: Deps): Promise<number> {
  const { n } = await db
    .selectFrom('villages')
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .where('status', '=', 'waiting')
    .executeTakeFirstOrThrow();
  return Number(n);
}

/** What waits for an operator. */
export async function queues(deps: Deps): Promise<Queues> {
  const asked = (await openSiteRequests(deps)).length;
  const recipes = (await offerable(deps)).filter(({ offered }) => offered === null).length;
  return {
    villages: await waitingVillages(deps),
    reports: (await count(deps, 'reports', 'listing_id')) + (await count(deps, 'village_reports', 'village_id')),
    held: await countWatched(deps),
    unanswered: await countWaiting(deps),
    links: await countLinkTroubles(deps),
    sites: asked + recipes,
  };
}
