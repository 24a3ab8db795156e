import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { useBackground } from '#components/background/context.ts';
import type { Draft } from '#utils/model/draft.ts';
import { DraftStore, type Saved } from './draftStore.ts';
import { dropBackup, keepBackup } from './localBackup.ts';

/** The draft on screen, saved as it is typed. When there is a `backup`, the draft starts from it. */
export function useDraft(opened: Draft, backup: Draft | null): { store: DraftStore; draft: Draft; saved: Saved } {
  const background = useBackground();
  const store = useMemo(
    () =>
      new DraftStore(opened, {
        ahead: keepBackup,
        save: (draft) => background.send('draft/save', draft),
        confirmed: dropBackup,
      }),
    [opened],
  );
  const [, redraw] = useState(0);

  // In the moment of the drawing: a key that is pressed before the browser has painted must be seen too.
  useLayoutEffect(() => {
    const stop = store.subscribe(() => redraw((count) => count + 1));
    if (backup !== null) store.change(() => backup);
    return stop;
  }, [store]);
  return { store, draft: store.draft, saved: store.saved };
}
