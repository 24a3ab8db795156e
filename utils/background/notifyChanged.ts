import { DONE } from '#utils/runtime/handlers.ts';
import type { Room } from './context.ts';

/** What is owed for a listing is not what it was: shown at once, worked off as soon as it can be. */
export function moved({ tell, drain }: Pick<Room, 'tell' | 'drain'>, id: string): typeof DONE {
  tell('outbox', id);
  tell('listings', id);
  drain();
  return DONE;
}
