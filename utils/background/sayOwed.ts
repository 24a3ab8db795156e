import { MINUTE } from '#contract/time.ts';
import { AppError } from '#utils/appError.ts';
import { sayOutcomes } from '#utils/consignments/sync.ts';
import type { Db } from '#utils/db/db.ts';
import { sayChecks } from '#utils/listings/checked.ts';
import { sayMakers } from '#utils/makers/sync.ts';
import type { Marketplace } from '#utils/marketplace/client.ts';
import type { VillageKey } from '#utils/model/site.ts';
import { sayRecipes } from '#utils/recipes/sync.ts';
import { sayReplies } from '#utils/replies/sync.ts';
import type { Changed } from '#utils/runtime/changed.ts';
import { connectedVillages } from '#utils/villages/villages.ts';

interface Deps {
  db: Db;
  clock(): { now: number };
  marketplace(village: VillageKey): Promise<Marketplace | null>;
  broadcast(changed: Changed['changed'], id: string | null): void;
}

/** What is said of each, in this order. */
const SAID = {
  makers: sayMakers,
  consignments: sayOutcomes,
  settings: sayReplies,
  recipes: sayRecipes,
} as const;

/** A marketplace of an older version keeps no makers, say: it is not asked of them at every step of the outbox. */
const UNKNOWN_FOR = 10 * MINUTE;
const unknownUntil = new Map<string, number>();

/**
 * Tells every village's marketplace what it has not heard: which products are still there, its makers, its quick replies,
 * how its sites save, what became of what villagers sent. Never throws: what fails is owed, and goes with the next thing
 * that is worked off, at the latest in a minute.
 */
export async function sayOwed({ db, clock, marketplace, broadcast }: Deps): Promise<void> {
  for (const key of await connectedVillages(db)) {
    try {
      const connected = await marketplace(key);
      if (connected === null) continue;
      if (await sayChecks(db, connected, key)) broadcast('listings', null);
      for (const [what, say] of Object.entries(SAID)) {
        const of = `${key} ${what}`;
        if ((unknownUntil.get(of) ?? 0) > clock().now) continue;
        const isSaid = await say(db, connected, key, clock().now).catch((error: unknown) => {
          if (!(error instanceof AppError) || error.code !== 'not_found') throw error;
          unknownUntil.set(of, clock().now + UNKNOWN_FOR);
        });
        if (isSaid) broadcast(what as keyof typeof SAID, null);
      }
    } catch {
      // Owed, and told the next time.
    }
  }
}
