import { refreshListings } from '../drafts/refresh.ts';
import type { Room } from '../runtime/room.ts';
import { checkInbox } from './check.ts';

/** Milliseconds before a broken stream is opened again, doubled each time. */
const PAUSE = { first: 1_000, cap: 60_000 };

/**
 * Follows the marketplace while a popup is open (until `signal`): a hint says what changed, then it is asked for in the
 * ordinary way, so nothing is lost when a hint is. Looks once at the start and after every break.
 */
export async function followLive(room: Room, signal: AbortSignal): Promise<void> {
  let pause = PAUSE.first;
  while (!signal.aborted) {
    const marketplace = await room.marketplace();
    if (marketplace === null) return;
    const quietly = (work: Promise<void>) => void work.catch(() => undefined);
    quietly(checkInbox(room));
    quietly(refreshListings(room));
    await marketplace
      .listen(signal, ({ kind }) => {
        pause = PAUSE.first;
        quietly(kind === 'inquiry' ? checkInbox(room) : refreshListings(room));
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
