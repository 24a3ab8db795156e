import { DONE } from '#utils/runtime/handlers.ts';
import type { Background } from './context.ts';

/** Tells the pages that what is owed for a listing has changed, and works it off as soon as it can be. */
export function notifyChanged({ broadcast, drain }: Pick<Background, 'broadcast' | 'drain'>, id: string): typeof DONE {
  broadcast('outbox', id);
  broadcast('listings', id);
  drain();
  return DONE;
}
