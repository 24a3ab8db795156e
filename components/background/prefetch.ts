import type { MessageName } from '#utils/messages.ts';
import type { BackgroundClient } from './context.ts';

type Send = BackgroundClient['send'];

/** Asks each of `names` (with an empty input) right away; the first real question of that name gets this answer. */
export function prefetch(send: Send, names: readonly (MessageName & Early)[]): Send {
  const early = new Map<string, Promise<unknown>>(names.map((name) => [name, send(name, {})]));
  // A failure is told to whoever asks; unasked it must not be an unhandled rejection.
  for (const answer of early.values()) answer.catch(() => undefined);
  return (name, input) => {
    const started = early.get(name);
    early.delete(name);
    return started === undefined ? send(name, input) : (started as ReturnType<typeof send<typeof name>>);
  };
}

/** The questions of a page that opens; none of them has an input. */
export type Early =
  | 'settings/get'
  | 'village/list'
  | 'inquiry/list'
  | 'outbox/list'
  | 'listing/list'
  | 'tab/status'
  | 'site/list';
