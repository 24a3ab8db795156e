import { ListingCard } from '#components/ListingCard.tsx';
import type { View } from '#marketplace/web/view.ts';
import { cardView } from './cards.ts';
import type { ListedProduct } from './models.ts';

/** Two cards side by side on a phone, five on a desk. */
export function CardGrid(props: {
  view: View;
  listings: ListedProduct[];
  ownVillage?: boolean;
  /** Of each product's name: `h2` where the list stands right under the page's own heading. */
  heading?: 'h2' | 'h3';
  /** How many of the first photos a phone shows before anybody scrolls. */
  inSight?: number;
}) {
  const { view, listings, ownVillage = false, heading = 'h3', inSight = 0 } = props;
  return (
    <ul class="grid">
      {listings.map((listing, index) => (
        <li key={listing.id}>
          <ListingCard
            card={cardView(view, listing, { ownVillage })}
            locale={view.locale}
            heading={heading}
            inSight={index < inSight}
          />
        </li>
      ))}
    </ul>
  );
}
