import type { SiteChallenge } from '#contract';
import { newId } from '#contract/newId.ts';
import { DAY } from '#contract/time.ts';
import type { VillageTables } from '#marketplace/db/tables/villages.ts';
import type { Deps } from '#marketplace/deps.ts';
import type { Actor } from '#marketplace/http/actor.ts';
import { ProblemError } from '#marketplace/problem.ts';

/** Long enough for a village that asks somebody else to put a file on its server. */
const LIFE_MS = 7 * DAY;

/** The site as our records have it. Throws `backlink_foreign_host` for one that is not the village's. */
export function ownSite({ village }: Actor, site: string): string {
  const own = village.sites.find((one) => one === site.replace(/\/+$/, ''));
  if (own === undefined)
    throw new ProblemError('backlink_foreign_host', { issues: [{ path: 'site', code: 'backlink_foreign_host' }] });
  return own;
}

/** The site's open challenge, or a new one. */
export async function challengeFor(deps: Deps, actor: Actor, named: string): Promise<SiteChallenge> {
  const site = ownSite(actor, named);
  const open = await openChallenge(deps, actor.villageId, site);
  if (open) return { site, code: open.code, expiresAt: open.expires_at.toISOString() };
  const fresh = { code: newId(), expires_at: new Date(deps.now().getTime() + LIFE_MS), proven_at: null };
  await deps.db
    .insertInto('site_challenges')
    .values({ village_id: actor.villageId, site, ...fresh })
    .onConflict((oc) => oc.columns(['village_id', 'site']).doUpdateSet(fresh))
    .execute();
  return { site, code: fresh.code, expiresAt: fresh.expires_at.toISOString() };
}

/** A challenge that is neither used nor over. */
export function openChallenge(
  deps: Deps,
  villageId: string,
  site: string,
): Promise<VillageTables['site_challenges'] | undefined> {
  return deps.db
    .selectFrom('site_challenges')
    .selectAll()
    .where('village_id', '=', villageId)
    .where('site', '=', site)
    .where('proven_at', 'is', null)
    .where('expires_at', '>', deps.now())
    .executeTakeFirst();
}

/** Uses the challenge up; false when somebody else has used it in the meantime. */
export async function useChallenge(deps: Deps, { village_id, site, code }: VillageTables['site_challenges']) {
  const { numUpdatedRows } = await deps.db
    .updateTable('site_challenges')
    .set({ proven_at: deps.now() })
    .where('village_id', '=', village_id)
    .where('site', '=', site)
    .where('code', '=', code)
    .where('proven_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
