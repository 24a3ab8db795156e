import { useEffect, useRef, useState } from 'preact/hooks';
import { useBackground } from './context.ts';
import { dropAhead, readAhead, writeAhead } from './writeAhead.ts';

/**
 * Text that outlives the page. Every keystroke is written ahead and goes to the background at once (one message is
 * under way at a time, and the newest text goes next), because a popup gets no warning before it is closed. The text is
 * null until the stored one is known.
 */
export function usePersistentText(key: string): [string | null, (text: string) => void] {
  const background = useBackground();
  const [text, setText] = useState<string | null>(null);
  const owed = useRef<string | null>(null);
  const busy = useRef(false);
  const isTouched = useRef(false);
  const aheadKey = `typedAhead:${key}`;

  useEffect(() => {
    let here = true;
    const stored = background.send('typed/read', { key }).then(
      (kept) => kept.text,
      () => '',
    );
    // What was written ahead is the newer one: it is deleted when the background has it.
    void Promise.all([stored, readAhead(aheadKey)]).then(([kept, ahead]) => {
      if (!here || isTouched.current) return;
      if (typeof ahead === 'string') change(ahead);
      else setText(kept);
    });
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
      const isKept = await background.send('typed/keep', { key, text: next }).then(
        () => true,
        () => false,
      );
      if (isKept && owed.current === null) dropAhead(aheadKey);
    }
    busy.current = false;
  };
  const change = (next: string) => {
    isTouched.current = true;
    setText(next);
    writeAhead(aheadKey, next);
    owed.current = next;
    void keep();
  };
  return [text, change];
}
