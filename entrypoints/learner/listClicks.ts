import { send } from '#utils/runtime/send.ts';

/** How long (ms) a page takes to show a form after a click. */
const OPENS = 400;

/**
 * Notes the page as the list from which something was opened, where a click fell into its row, and calls `clicked` when a
 * click may have opened its form. Answers how to stop.
 */
export function watchClicks(
  document: Document,
  isInRow: (target: EventTarget | null) => boolean,
  clicked: () => void,
): () => void {
  const click = ({ target }: Event) => {
    if (isInRow(target)) void send('lesson/list', { url: document.location.href }).catch(() => undefined);
    setTimeout(clicked, OPENS);
  };
  document.addEventListener('click', click, true);
  return () => document.removeEventListener('click', click, true);
}

/** The page of the site from which the person came; null for another site's. */
export function cameFrom({ referrer }: Document, siteUrl: string): string | null {
  return URL.parse(referrer)?.host === new URL(siteUrl).host ? referrer : null;
}
