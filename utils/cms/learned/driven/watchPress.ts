import type { LessonWords } from '#utils/cms/learned/observe.ts';
import { buttonAt } from './button.ts';
import { type SeenPress, seePress } from './seePress.ts';

/**
 * Watches a page for the person's press of a button while the product's words stand in it: `pressed` is given what the page
 * looked like in that moment, or null where such a press may not be done again. `alone`: the button sends no form, so that
 * nothing else tells of a save. Answers how to stop.
 */
export function watchPress(
  document: Document,
  words: LessonWords,
  siteUrl: string,
  { pressed, alone }: { pressed: (seen: SeenPress | null) => void; alone: () => void },
): () => void {
  const click = (event: MouseEvent) => {
    const button = buttonAt(event.target);
    if (!event.isTrusted || button === null) return;
    const seen = seePress(button, words, new URL(document.location.href), siteUrl);
    if (seen === null) return;
    pressed(typeof seen === 'string' ? null : seen);
    if (typeof seen !== 'string' && !seen.driven.button.isSubmit) alone();
  };
  const window = document.defaultView;
  window?.addEventListener('click', click, true);
  return () => window?.removeEventListener('click', click, true);
}
