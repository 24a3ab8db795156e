import { renderPage } from '#marketplace/web/document.tsx';
import { Kept } from '#marketplace/web/Kept.tsx';
import type { View } from '#marketplace/web/view.ts';
import { GROUP } from '#marketplace/words/index.ts';
import type { SentPart } from './model.ts';
import { PartlySent } from './PartlySent.tsx';

/** What became of a press, where the page that it was made on cannot be shown: with the address of the answers. */
export function renderSentOnly(view: View, part: SentPart, typed: URLSearchParams | undefined): string {
  const title = GROUP[view.locale]('sentOnlyTitle');
  return renderPage(
    view,
    { title, canonical: null, hideSearch: true, sheets: ['group'] },
    <section class="message">
      <h1>{title}</h1>
      <PartlySent view={view} part={{ ...part, canAgain: false }} />
      <p>{GROUP[view.locale]('sentOnlyText')}</p>
      <Kept view={view} typed={typed} />
    </section>,
  );
}
