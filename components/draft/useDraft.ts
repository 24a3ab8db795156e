import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { type BackgroundClient, useBackground } from '#components/background/context.ts';
import type { Draft } from '#utils/model/draft.ts';
import { DraftStore, type Saved } from './draftStore.ts';
import { dropBackup, keepBackup } from './localBackup.ts';

/** Saves a draft over what this page last knew of it; answers it where another tab's words were put into it. */
export async function saveOver(
  send: BackgroundClient['send'],
  draft: Draft,
  { form, photos }: Draft,
): Promise<Draft | undefined> {
  const over = { form, photos: photos.map(({ hash }) => hash) };
  return (await send('draft/save', { ...draft, over })).draft;
}

/** The draft on screen, saved as it is typed. When there is a `backup`, the draft starts from it. */
export function useDraft(opened: Draft, backup: Draft | null): { store: DraftStore; draft: Draft; saved: Saved } {
  const background = useBackground();
  const store = useMemo(
    () =>
      new DraftStore(opened, {
        ahead: keepBackup,
        save: (draft, known) => saveOver(background.send, draft, known),
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
