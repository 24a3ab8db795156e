import type { ListingCard } from '#marketplace/listings/public.ts';
import { CardGrid } from '#marketplace/pages/CardGrid.tsx';
import { renderPage } from '#marketplace/web/document.tsx';
import type { View } from '#marketplace/web/view.ts';
import { PRACTICE } from '#marketplace/words/index.ts';

/** What the villages of a room offer, as a market of their own. */
export function renderMarket(view: View, listings: ListingCard[]): string {
  const t = PRACTICE[view.locale];
  return renderPage(
    view,
    { title: t('marketTitle'), canonical: null },
    <section class="block">
      <h1>{t('marketTitle')}</h1>
      {listings.length === 0 ? (
        <p class="notice">{t('marketEmpty')}</p>
      ) : (
        <CardGrid view={view} listings={listings} heading="h2" />
      )}
    </section>,
  );
}
