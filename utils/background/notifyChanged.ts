import { DONE } from '#utils/runtime/handlers.ts';
import type { Background } from './context.ts';

/** What is owed for a listing is not what it was: shown at once, worked off as soon as it can be. */
export function notifyChanged({ broadcast, drain }: Pick<Background, 'broadcast' | 'drain'>, id: string): typeof DONE {
  broadcast('outbox', id);
  broadcast('listings', id);
  drain();
  return DONE;
}
