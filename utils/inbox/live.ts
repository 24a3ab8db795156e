import { refreshConsignments } from '#utils/consignments/refresh.ts';
import { refreshShared } from '#utils/drafts/refreshShared.ts';
import { refreshVillage } from '#utils/listings/refresh.ts';
import type { VillageKey } from '#utils/model/site.ts';
import { listVillages } from '#utils/villages/villages.ts';
import { checkVillage, type InboxDeps } from './check.ts';

/** Milliseconds before a broken stream is opened again, doubled each time. */
const PAUSE = { first: 1_000, cap: 60_000 };

/**
 * How many streams are held open to one marketplace. Without HTTP/2 a browser has six connections to a host for all
 * that it asks there; the check of every minute covers the villages beyond.
 */
const STREAMS = 2;

/** The streams of this worker's life, one for a village however many popups look on. */
const streams = new Map<VillageKey, { marketplaceUrl: string; end: AbortController }>();
let viewers = 0;

/**
 * Follows the connected villages' marketplaces while somebody looks on, until the `signal` of every call has ended.
 * Another call takes up villages that are new.
 */
export async function followLive(deps: InboxDeps, signal: AbortSignal): Promise<void> {
  viewers += 1;
  signal.addEventListener('abort', () => {
    viewers -= 1;
    if (viewers > 0) return;
    for (const { end } of streams.values()) end.abort();
    streams.clear();
  });
  for (const { key, connection, state } of await listVillages(deps.db)) {
    if (viewers === 0) return;
    if (state !== 'connected' || streams.has(key)) continue;
    const { marketplaceUrl } = connection;
    const held = [...streams.values()].filter((stream) => stream.marketplaceUrl === marketplaceUrl).length;
    if (held < STREAMS) void hold(deps, key, marketplaceUrl);
    else look(deps, key);
  }
}

async function hold(deps: InboxDeps, key: VillageKey, marketplaceUrl: string): Promise<void> {
  const stream = { marketplaceUrl, end: new AbortController() };
  streams.set(key, stream);
  await follow(deps, key, stream.end.signal);
  if (streams.get(key) === stream) streams.delete(key);
}

/** Asks in the ordinary way. A failure is ignored here; the next request that a person makes reports it. */
function look(deps: InboxDeps, key: VillageKey): void {
  void checkVillage(deps, key).catch(() => undefined);
  void refreshVillage(deps, key).catch(() => undefined);
  void refreshShared(deps, key).catch(() => undefined);
  void refreshConsignments(deps, key).catch(() => undefined);
}

/**
 * Follows one village's stream. A hint says what changed, and then that is asked for in the ordinary way, so that
 * nothing is lost when a hint is. It asks once at the start and after every break.
 */
async function follow(deps: InboxDeps, key: VillageKey, signal: AbortSignal): Promise<void> {
  let pause = PAUSE.first;
  while (!signal.aborted) {
    const marketplace = await deps.marketplace(key);
    if (marketplace === null) return;
    look(deps, key);
    await marketplace
      .listen(signal, ({ kind }) => {
        pause = PAUSE.first;
        void (kind === 'inquiry' ? checkVillage(deps, key) : refreshVillage(deps, key)).catch(() => undefined);
        // Something that a villager sent is told of as a change of the village, which every released device knows.
        if (kind === 'village') void refreshConsignments(deps, key).catch(() => undefined);
      })
      .catch(() => undefined);
    await sleep(pause, signal);
    pause = Math.min(PAUSE.cap, pause * 2);
  }
}

function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  // An abort that has been is not announced again.
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
