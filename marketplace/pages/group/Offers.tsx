import { AvailabilityChip } from '#components/listing/AvailabilityChip.tsx';
import { LastChecked } from '#components/listing/LastChecked.tsx';
import { photoUrl } from '#contract';
import { isSoldOut, rupiah, unitText } from '#contract/format.ts';
import { SHARED } from '#contract/i18n/shared.ts';
import type { Group, GroupOffer } from '#marketplace/groups/read.ts';
import { placeText } from '#marketplace/web/place.ts';
import { link, type View } from '#marketplace/web/view.ts';
import { GROUP } from '#marketplace/words/index.ts';
import type { Places } from './model.ts';

interface Props {
  view: View;
  offers: GroupOffer[];
  /** What the prices of all are compared by. */
  prices: Group['prices'];
  places: Places;
  /** Ids of the listings that are ticked. */
  chosen: string[];
}

/** One row for each village. The tick stands beside the text, and the whole row's foot is its label, for a thumb. */
export function Offers({ view, offers, prices, places, chosen }: Props) {
  return (
    <ul class="offers" aria-label={GROUP[view.locale]('list')}>
      {offers.map((offer) => (
        <Offer
          key={offer.listing.id}
          view={view}
          offer={offer}
          prices={prices}
          place={places.get(offer.listing.village.id)}
          isChosen={chosen.includes(offer.listing.id)}
        />
      ))}
    </ul>
  );
}

function Offer(props: {
  view: View;
  offer: GroupOffer;
  prices: Group['prices'];
  place: ReturnType<Places['get']>;
  isChosen: boolean;
}) {
  const { view, offer, prices, place, isChosen } = props;
  const { listing } = offer;
  const t = GROUP[view.locale];
  const [photo] = listing.photos;
  return (
    <li class={`card${isSoldOut(listing) ? ' offer-out' : ''}`}>
      {photo && <img src={photoUrl('', photo.hash, 320, 'jpg')} width="84" height="84" alt="" loading="lazy" />}
      <div class="offer-text">
        <h2>{place ? <a href={link(view, `/desa/${place.slug}`)}>{listing.village.name}</a> : listing.village.name}</h2>
        <p class="place">
          {place && placeText(view, place)}
          {listing.verified && (
            <span class="offer-verified">
              <span class="tick" /> {view.t('verified')}
            </span>
          )}
        </p>
        <PriceOf view={view} offer={offer} prices={prices} />
        <a class="offer-link" href={link(view, `/p/${listing.slug}`)}>
          {listing.name}
        </a>
        <AvailabilityChip of={listing} locale={view.locale} />
        <LastChecked of={listing} locale={view.locale} />
      </div>
      {isSoldOut(listing) ? (
        <p class="hint">{t('askable')}</p>
      ) : (
        <label class="check offer-pick">
          <input type="checkbox" name="desa" value={listing.id} checked={isChosen} />
          <span>{t('pick', listing.village.name)}</span>
        </label>
      )}
    </li>
  );
}

/** The price as it is asked, and what that is in the unit by which all are compared. */
function PriceOf({ view, offer, prices }: { view: View; offer: GroupOffer; prices: Group['prices'] }) {
  const { locale } = view;
  const { listing, compared } = offer;
  const isSame = compared === listing.price;
  return (
    <p class="price">
      <b class="price-amount">{rupiah(listing.price, locale)}</b>
      <span class="price-unit">/{unitText(listing, locale)}</span>
      {prices !== null && compared !== null && !isSame && (
        <small class="price-compare">
          {Number.isInteger(compared) ? '=' : '≈'} {rupiah(Math.round(compared), locale)}/
          {SHARED[locale](`per_${prices.per}`)}
        </small>
      )}
    </p>
  );
}
