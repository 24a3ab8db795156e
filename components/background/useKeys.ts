import { useLayoutEffect, useRef } from 'preact/hooks';

/** What each key does; return false to leave the key to the browser. */
export type Keys = Record<string, () => unknown>;

/**
 * Handles single keys of a page. It ignores them while the person types (Escape still works there) and while Ctrl, Alt
 * or Meta is held.
 */
export function useKeys(keys: Keys): void {
  const newest = useRef(keys);
  newest.current = keys;
  // The listener is added before the first paint, so that what can be seen can also be used.
  useLayoutEffect(() => {
    const listener = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (isTyping(event.target) && event.key !== 'Escape') return;
      const action = newest.current[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (action !== undefined && action() !== false) event.preventDefault();
    };
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('input:not([type=checkbox], [type=radio]), textarea, select');
}

/** Moves the focus among the rows (`[data-row]`) inside `list` by `step`; from outside, to the first or last one. */
export function moveFocus(list: ParentNode, step: 1 | -1): void {
  const rows = [...list.querySelectorAll<HTMLElement>('[data-row]')];
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const next = at === -1 ? (step === 1 ? 0 : rows.length - 1) : at + step;
  rows[next]?.focus();
}
