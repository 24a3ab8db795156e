import type { VillageTables } from '#marketplace/db/tables/villages.ts';

declare const known: unique symbol;

/**
 * The village a request acts for. Only `actorOf` makes one, from a valid device token, so a query that takes an Actor
 * cannot be reached without that check.
 */
export interface Actor {
  readonly [known]: true;
  villageId: string;
  deviceId: string;
  village: VillageTables['villages'];
}
