import type { Db } from '#utils/db/db.ts';
import type { Marketplace } from '#utils/marketplace/client.ts';
import type { Fetch } from '#utils/marketplace/http.ts';
import type { VillageKey } from '#utils/model/site.ts';
import type { Trigger } from '#utils/outbox/retryPolicy.ts';
import type { Clock } from '#utils/outbox/transition.ts';
import type { Changed } from '#utils/runtime/changed.ts';

/**
 * What the background's parts share. Made once per worker life in `entrypoints/background.ts`; holds no state itself.
 */
export interface Background {
  db: Db;
  fetch: Fetch;
  clock(): Clock;
  /** A village's marketplace; null while that village is not connected. */
  marketplace(village: VillageKey | null): Promise<Marketplace | null>;
  broadcast(changed: Changed['changed'], id?: string | null): void;
  /** Works off what is owed, now. The caller does not wait for it. */
  drain(): void;
  /** Sets waiting rows going, then drains. */
  trigger(by: Trigger, siteUrl?: string): void;
}
