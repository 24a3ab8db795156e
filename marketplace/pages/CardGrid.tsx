import { ListingCard } from '#components/ListingCard.tsx';
import type { View } from '#marketplace/web/view.ts';
import { cardView } from './cards.ts';
import type { ListedProduct } from './models.ts';

/** Two cards side by side on a phone, five on a desk. */
export function CardGrid(props: { view: View; listings: ListedProduct[]; ownVillage?: boolean }) {
  const { view, listings, ownVillage = false } = props;
  return (
    <ul class="grid">
      {listings.map((listing) => (
        <li key={listing.id}>
          <ListingCard card={cardView(view, listing, { ownVillage })} locale={view.locale} />
        </li>
      ))}
    </ul>
  );
}
