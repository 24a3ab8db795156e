import { useEffect, useRef, useState } from 'preact/hooks';
import { useBackground } from './context.ts';

/**
 * Text that outlives the page. Every keystroke goes to the background at once (one message is under way at a time, and
 * the newest text goes next), because a popup gets no warning before it is closed. The text is null until the stored
 * one is known.
 */
export function usePersistentText(key: string): [string | null, (text: string) => void] {
  const background = useBackground();
  const [text, setText] = useState<string | null>(null);
  const owed = useRef<string | null>(null);
  const busy = useRef(false);

  useEffect(() => {
    let here = true;
    background.send('typed/read', { key }).then(
      (kept) => here && setText((now) => now ?? kept.text),
      () => here && setText((now) => now ?? ''),
    );
    return () => {
      here = false;
    };
  }, [background, key]);

  const keep = async () => {
    if (busy.current) return;
    busy.current = true;
    while (owed.current !== null) {
      const next = owed.current;
      owed.current = null;
      await background.send('typed/keep', { key, text: next }).catch(() => undefined);
    }
    busy.current = false;
  };
  const change = (next: string) => {
    setText(next);
    owed.current = next;
    void keep();
  };
  return [text, change];
}
