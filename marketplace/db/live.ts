import type { LiveEvent } from '#contract';
import { LiveEvent as LiveEventSchema } from '#contract';
import { type Db, type Listen, notify } from './open.ts';

const CHANNEL = 'dodolan_live';

/** Tells the village's open popups, on every server process, once the surrounding transaction commits. */
export function notifyLive(db: Db, villageId: string, event: LiveEvent): Promise<void> {
  return notify(db, CHANNEL, JSON.stringify([villageId, event.kind, event.id]));
}

/**
 * Calls `onEvent` for every change of this village until the returned function is called. An event is only a hint to
 * read again; some may be missed.
 */
export function listenLive(listen: Listen, villageId: string, onEvent: (event: LiveEvent) => void) {
  return listen(CHANNEL, (payload) => {
    const event = readPayload(payload, villageId);
    if (event) onEvent(event);
  });
}

/** Null for another village's event, and for what some other program sent on our channel. */
function readPayload(payload: string, villageId: string): LiveEvent | null {
  if (!payload.includes(villageId)) return null;
  try {
    const [village, kind, id]: unknown[] = JSON.parse(payload);
    const event = LiveEventSchema.safeParse({ kind, id });
    return village === villageId && event.success ? event.data : null;
  } catch {
    return null;
  }
}
