import { MINUTE } from '#contract/time.ts';
import { AppError } from '#utils/appError.ts';
import { sayOutcomes } from '#utils/consignments/sync.ts';
import type { Db } from '#utils/db/db.ts';
import { sayChecks } from '#utils/listings/checked.ts';
import { sayMakers } from '#utils/makers/sync.ts';
import type { Marketplace } from '#utils/marketplace/client.ts';
import type { VillageKey } from '#utils/model/site.ts';
import { sayReplies } from '#utils/replies/sync.ts';
import type { Changed } from '#utils/runtime/changed.ts';
import { connectedVillages } from '#utils/villages/villages.ts';

interface Deps {
  db: Db;
  clock(): { now: number };
  marketplace(village: VillageKey): Promise<Marketplace | null>;
  broadcast(changed: Changed['changed'], id: string | null): void;
}

/** A marketplace of an older version keeps no makers and replies: it is not asked at every step of the outbox. */
const UNKNOWN_FOR = 10 * MINUTE;
const unknownUntil = new Map<VillageKey, number>();

/**
 * Tells every village's marketplace what it has not heard: which products are still there, its makers, its quick replies,
 * what became of what villagers sent. Never throws: what fails is owed, and goes with the next thing that is worked off, at
 * the latest in a minute.
 */
export async function sayOwed({ db, clock, marketplace, broadcast }: Deps): Promise<void> {
  for (const key of await connectedVillages(db)) {
    try {
      const connected = await marketplace(key);
      if (connected === null) continue;
      if (await sayChecks(db, connected, key)) broadcast('listings', null);
      if ((unknownUntil.get(key) ?? 0) > clock().now) continue;
      if (await sayMakers(db, connected, key)) broadcast('makers', null);
      if (await sayOutcomes(db, connected, key, clock().now)) broadcast('consignments', null);
      if (await sayReplies(db, connected, key)) broadcast('settings', null);
    } catch (error) {
      if (error instanceof AppError && error.code === 'not_found') unknownUntil.set(key, clock().now + UNKNOWN_FOR);
    }
  }
}
