import { render } from 'preact';
import { readOn } from '#components/panel/LazyList.tsx';
import { Panel } from '#components/panel/Panel.tsx';
import { loadWords } from '#utils/i18n/t.ts';
import type { Output } from '#utils/messages.ts';

interface Opening {
  opened: Promise<Output<'panel/open'>>;
  /** The same, once the panel is known to be held. */
  first: Promise<Output<'panel/open'>>;
  listingId: string | null;
}

/** Draws the panel in the language of the settings. */
export async function start({ opened, first, listingId }: Opening): Promise<void> {
  const locale = await opened.then(
    ({ settings }) => settings.locale,
    () => 'id' as const,
  );
  await loadWords(locale);
  document.documentElement.lang = locale;
  const root = document.getElementById('panel');
  if (root !== null) render(<Panel first={first} listingId={listingId} />, root);
  // The form and its own code come first, and a laptop with two cores reads the rest when it has done them.
  setTimeout(readOn, 1000);
}
