import { useEffect, useMemo, useState } from 'preact/hooks';
import { useBackground } from '#components/background/context.ts';
import type { Draft } from '#utils/model/draft.ts';
import { DraftStore, type Saved } from './draftStore.ts';
import { dropBackup, keepBackup } from './localBackup.ts';

/**
 * The draft on screen. It is saved as it is typed and whenever the page may be about to close. When there is a
 * `backup`, the draft starts from it.
 */
export function useDraft(opened: Draft, backup: Draft | null): { store: DraftStore; draft: Draft; saved: Saved } {
  const background = useBackground();
  const store = useMemo(() => new DraftStore(opened, (draft) => background.send('draft/save', draft)), [opened]);
  const [, redraw] = useState(0);

  useEffect(() => {
    const stop = store.subscribe(() => redraw((count) => count + 1));
    if (backup !== null) store.change(() => backup);
    const leave = async () => {
      if (!store.owes()) return;
      void keepBackup(store.draft);
      await store.flush();
      if (!store.owes()) await dropBackup(opened.id);
    };
    window.addEventListener('pagehide', leave);
    window.addEventListener('blur', leave);
    document.addEventListener('visibilitychange', leave);
    return () => {
      stop();
      void leave();
      window.removeEventListener('pagehide', leave);
      window.removeEventListener('blur', leave);
      document.removeEventListener('visibilitychange', leave);
    };
  }, [store]);
  return { store, draft: store.draft, saved: store.saved };
}
