import type { Background } from '#utils/background/context.ts';
import type { HandlersOf } from '#utils/runtime/handlers.ts';
import { shareFacts } from '#utils/share/facts.ts';

/** What a page of ours shares of a product. */
export function shareHandlers({ db, fetch }: Background) {
  return { 'share/read': ({ id }) => shareFacts(db, fetch, id) } satisfies HandlersOf<'share/read'>;
}
