import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useBackground } from '#components/background/context.ts';
import type { Unseen } from '#utils/model/unseen.ts';
import { passOfHolder } from '#utils/runtime/frame.ts';
import { watchInside } from './guard/inside.ts';
import { watchPointer } from './guard/pointer.ts';

/** Why a press does not count. `ask`: it may be chance that it fell here, so the person is asked to press once more. */
export type HeldBack = Unseen | 'ask';

/** A press counts as the answer to our question between these moments (ms) after the question was put. */
const ANSWER = { from: 500, until: 60_000 };

/**
 * Guards a button, for pointer and keys alike, against a page that lays something over the panel, makes it see-through,
 * or has a person press what cannot be seen. The browser says what it knows of the panel inside its frame, and the
 * content script, asked through the background, what the page does around it. In a window of its own no page is around
 * the panel, but the window may just have come up under the pointer. `check(event)` answers why the press must not count,
 * or null.
 */
export function useClickjackGuard(button: RefObject<HTMLElement | null>): {
  check(event: Event): Promise<HeldBack | null>;
} {
  const { send } = useBackground();
  const inside = useRef<ReturnType<typeof watchInside>>(null);
  const pointer = useRef<ReturnType<typeof watchPointer>>(null);
  const askedAt = useRef(Number.NEGATIVE_INFINITY);

  useEffect(() => {
    if (button.current === null) return;
    const watching = [watchInside(button.current), watchPointer(document)] as const;
    [inside.current, pointer.current] = watching;
    return () => {
      for (const { stop } of watching) stop();
    };
  }, [button]);

  return {
    async check(event) {
      // What holds at the moment of the press is noted before anything is waited for.
      const now = performance.now();
      const isKnownHand = isByKey(event) || pointer.current?.wasHere(now) === true;
      const here = pointer.current?.wasSlid(now) ? 'moved' : (inside.current?.unseen(now) ?? 'covered');
      if (here !== 'seen') return here;
      const { held, unseen } = await send('panel/check', { pass: await passOfHolder() });
      if (!held || unseen !== null) return unseen ?? 'covered';
      const sinceAsked = now - askedAt.current;
      if (isKnownHand || (sinceAsked >= ANSWER.from && sinceAsked <= ANSWER.until)) return null;
      askedAt.current = now;
      return 'ask';
    },
  };
}

/** `detail` is 0 when the button was pressed by key or by a screen reader. */
function isByKey(event: Event): boolean {
  return event instanceof KeyboardEvent || (event instanceof UIEvent && event.detail === 0);
}
