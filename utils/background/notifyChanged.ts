import { DONE } from '#utils/runtime/handlers.ts';
import type { Background } from './context.ts';

/** What is owed for a listing is not what it was: shown at once, worked off as soon as it can be. */
export function notifyChanged({ tell, drain }: Pick<Background, 'tell' | 'drain'>, id: string): typeof DONE {
  tell('outbox', id);
  tell('listings', id);
  drain();
  return DONE;
}
