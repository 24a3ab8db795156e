import { useEffect, useRef, useState } from 'preact/hooks';
import { useBackground } from '#components/background/context.ts';
import { withoutWithdrawn } from '#utils/makers/consent.ts';
import type { Output } from '#utils/messages.ts';
import type { MakerView } from '#utils/model/maker.ts';
import type { DraftStore } from './draftStore.ts';

/**
 * The address book of the draft's village, as it was when the panel opened; it is read again whenever it changes. A
 * consent that is withdrawn meanwhile takes its tick out of the drafts of that village that are on screen.
 */
export function useMakers(
  { draft, makers }: Output<'panel/open'>,
  stores: readonly DraftStore[],
): readonly MakerView[] {
  const { send, onChanged } = useBackground();
  const [now, setNow] = useState<readonly MakerView[]>(makers);
  const newest = useRef(stores);
  newest.current = stores;
  useEffect(() => {
    const again = (book: MakerView[]) => {
      setNow(book);
      for (const store of newest.current) store.change((typed) => withoutWithdrawn(typed, book));
    };
    return onChanged(({ changed }) => {
      if (changed === 'makers' || changed === 'connection')
        void send('panel/makers', { id: draft.id }).then(again, () => undefined);
    });
  }, [send, onChanged, draft.id]);
  return now;
}
