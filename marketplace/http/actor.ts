import type { Practice } from '#contract/practice.ts';
import type { VillageTables } from '#marketplace/db/tables/villages.ts';

/** What a request must know of the room that its village is made up in. */
export interface RoomOfActor extends Practice {
  isClosing: boolean;
}

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
  /** Null for a real village. */
  practice: RoomOfActor | null;
}
