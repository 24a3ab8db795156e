import { useEffect, useState } from 'preact/hooks';
import { useBackground } from '#components/background/context.ts';
import type { DraftStore } from '#components/draft/draftStore.ts';
import type { Photos } from '#components/draft/usePhotos.ts';
import type { QuickLine } from '#components/draft/useQuickLine.ts';
import type { Taken, TakenPicture } from '#utils/model/source.ts';
import { fromBase64 } from '#utils/photos/base64.ts';
import { isFramed } from '#utils/runtime/frame.ts';
import { retryWhileWaking } from '#utils/runtime/retryWhileWaking.ts';

const UNREAD: Taken = { text: '', pictures: [], problem: 'page_gone', choose: false, isCut: false };

export interface SourceView {
  isReading: boolean;
  problem: Taken['problem'];
  /** A long text was not taken whole. */
  isCut: boolean;
  /** A picture that was taken is cut from the screen. */
  isScreen: boolean;
  /** Pictures of which the person chooses; empty where there is nothing to choose. */
  pictures: readonly TakenPicture[];
  use(picture: TakenPicture): void;
  close(): void;
}

/** Begins the product with what this window was opened for: a picture or words of a page, or the address bar's line. */
export function useSource(store: DraftStore, quick: QuickLine, photos: Photos): SourceView {
  const { send } = useBackground();
  const [isReading, setReading] = useState(!isFramed());
  const [isScreen, setScreen] = useState(false);
  const [taken, setTaken] = useState<Taken | null>(null);

  /** Reading a page may take seconds, in which a person writes: what stands in the line by then stays. */
  const write = (text: string) => {
    if (text !== '' && (store.draft.line?.text ?? '') === '') quick.write(text);
  };
  const use = ({ base64, type, caption, quality }: TakenPicture) => {
    if (quality === 'screen') setScreen(true);
    photos.add([new Blob([fromBase64(base64)], { type })]);
    write(caption);
  };
  useEffect(() => {
    if (isFramed()) return;
    const begin = async () => {
      // A worker that wakes up meanwhile is asked again; one that stays away is told as what it is.
      const found = await retryWhileWaking(() => send('source/take', {})).catch(() => UNREAD);
      setReading(false);
      if (found === null) return;
      setTaken(found);
      write(found.text);
      if (!found.choose) for (const picture of found.pictures) use(picture);
      // What is to be chosen from is not stored, so it is read again in a window that was loaded anew.
      if (!found.choose || found.pictures.length === 0) await send('source/taken', {}).catch(() => undefined);
    };
    void begin();
  }, []);
  return {
    isReading,
    problem: taken?.problem ?? null,
    isCut: taken?.isCut ?? false,
    isScreen,
    pictures: taken?.choose ? taken.pictures : [],
    use,
    close() {
      setTaken(null);
      void send('source/taken', {}).catch(() => undefined);
    },
  };
}
