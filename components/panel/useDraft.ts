import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Draft } from '../../utils/model/draft.ts';
import { useBackground } from '../background/context.ts';
import { DraftStore, type Saved } from './draftStore.ts';

/** The draft on screen, saved as it is typed and whenever the page may be about to go. */
export function useDraft(opened: Draft): { store: DraftStore; draft: Draft; saved: Saved } {
  const background = useBackground();
  const store = useMemo(() => new DraftStore(opened, (draft) => background.send('draft/save', draft)), [opened]);
  const [, redraw] = useState(0);

  useEffect(() => {
    const stop = store.subscribe(() => redraw((count) => count + 1));
    const flush = () => void store.flush();
    window.addEventListener('pagehide', flush);
    window.addEventListener('blur', flush);
    document.addEventListener('visibilitychange', flush);
    return () => {
      stop();
      flush();
      window.removeEventListener('pagehide', flush);
      window.removeEventListener('blur', flush);
      document.removeEventListener('visibilitychange', flush);
    };
  }, [store]);
  return { store, draft: store.draft, saved: store.saved };
}
