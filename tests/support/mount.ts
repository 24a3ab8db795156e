import { type ComponentChild, options, render } from 'preact';
import { act } from 'preact/test-utils';
import { atEnd } from './lifetime.ts';

/** Effects run right after drawing: no frame is ever painted here, and none must be awaited after the last test. */
options.requestAnimationFrame = (callback: () => void) => void setTimeout(callback);

export interface Mounted {
  root: HTMLElement;
  /** Draws again in the same place, as when what the view is given changes. */
  update(view: ComponentChild): void;
  /** Ends it as the browser ends a page. May be called twice; the end of the test does it at the latest. */
  close(): void;
}

/**
 * Draws a view into the document, the one way in which tests do it. `act` on both ends: Preact undoes the effects of what
 * it takes away only after the next paint, and by then the test's document is gone.
 */
export function mount(view: ComponentChild): Mounted {
  const root = document.body.appendChild(document.createElement('div'));
  const close = () => {
    act(() => render(null, root));
    root.remove();
  };
  atEnd(close);
  const update = (next: ComponentChild) => act(() => render(next, root));
  update(view);
  return { root, update, close };
}
