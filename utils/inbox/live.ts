import { connectedVillages } from '../connection/villages.ts';
import { refreshVillage } from '../drafts/refresh.ts';
import type { VillageKey } from '../model/site.ts';
import type { Room } from '../runtime/room.ts';
import { checkVillage } from './check.ts';

/** Milliseconds before a broken stream is opened again, doubled each time. */
const PAUSE = { first: 1_000, cap: 60_000 };

/** Follows every connected village's marketplace while a popup is open (until `signal`), a stream for each. */
export async function followLive(room: Room, signal: AbortSignal): Promise<void> {
  await Promise.all((await connectedVillages(room.db)).map((key) => follow(room, key, signal)));
}

/**
 * A hint says what changed, then it is asked for in the ordinary way, so nothing is lost when a hint is. Looks once at the
 * start and after every break.
 */
async function follow(room: Room, key: VillageKey, signal: AbortSignal): Promise<void> {
  let pause = PAUSE.first;
  while (!signal.aborted) {
    const marketplace = await room.marketplace(key);
    if (marketplace === null) return;
    const quietly = (work: Promise<void>) => void work.catch(() => undefined);
    quietly(checkVillage(room, key));
    quietly(refreshVillage(room, key));
    await marketplace
      .listen(signal, ({ kind }) => {
        pause = PAUSE.first;
        quietly(kind === 'inquiry' ? checkVillage(room, key) : refreshVillage(room, key));
      })
      .catch(() => undefined);
    await sleep(pause, signal);
    pause = Math.min(PAUSE.cap, pause * 2);
  }
}

function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
