import { useEffect, useState } from 'preact/hooks';
import { useBackground } from '#components/background/context.ts';
import { withoutWithdrawn } from '#utils/makers/consent.ts';
import type { Output } from '#utils/messages.ts';
import type { MakerView } from '#utils/model/maker.ts';
import type { DraftStore } from './draftStore.ts';

/**
 * The address book of the draft's village, as it was when the panel opened; it is read again whenever it changes. A
 * consent that is withdrawn meanwhile takes its tick out of the form.
 */
export function useMakers({ draft, makers }: Output<'panel/open'>, store: DraftStore): readonly MakerView[] {
  const { send, onChanged } = useBackground();
  const [now, setNow] = useState<readonly MakerView[]>(makers);
  useEffect(() => {
    const again = (book: MakerView[]) => {
      setNow(book);
      store.change((typed) => withoutWithdrawn(typed, book));
    };
    return onChanged(({ changed }) => {
      if (changed === 'makers' || changed === 'connection')
        void send('panel/makers', { id: draft.id }).then(again, () => undefined);
    });
  }, [send, onChanged, draft.id]);
  return now;
}
