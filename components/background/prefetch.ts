import type { MessageName } from '#utils/messages.ts';
import type { BackgroundClient } from './context.ts';

type Send = BackgroundClient['send'];

/**
 * Sends each query of `names` (with an empty input) right away; the first call of the returned function with that name
 * gets this answer.
 */
export function prefetch(send: Send, names: readonly (MessageName & Early)[]): Send {
  const early = new Map<string, Promise<unknown>>(names.map((name) => [name, send(name, {})]));
  // Whoever asks for the answer gets its error; an answer that nobody asks for must not become an unhandled rejection.
  for (const answer of early.values()) answer.catch(() => undefined);
  return (name, input) => {
    const started = early.get(name);
    early.delete(name);
    return started === undefined ? send(name, input) : (started as ReturnType<typeof send<typeof name>>);
  };
}

/** The queries that a page sends when it opens; none of them has an input. */
export type Early =
  | 'settings/get'
  | 'village/list'
  | 'first/step'
  | 'inquiry/list'
  | 'consignment/list'
  | 'outbox/list'
  | 'listing/list'
  | 'tab/status'
  | 'site/list';
