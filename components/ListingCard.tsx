import type { Locale } from '#contract';
import { isSoldOut } from '#contract/format.ts';
import { SHARED } from '#contract/i18n/shared.ts';
import { AvailabilityChip } from './listing/AvailabilityChip.tsx';
import { LastChecked } from './listing/LastChecked.tsx';
import { Photo } from './listing/Photo.tsx';
import { Price } from './listing/Price.tsx';
import type { CardView } from './listing/view.ts';

interface Props {
  card: CardView;
  locale: Locale;
  /** The level of the name's heading: one below that of the list. */
  heading?: 'h2' | 'h3';
  /** Its photo is in the first screen, so it is not waited for until somebody scrolls. */
  inSight?: boolean;
}

/** A product in a list, exactly as buyers see it; the panel therefore shows it as the live preview too. */
export function ListingCard({ card, locale, heading: Heading = 'h3', inSight = false }: Props) {
  const t = SHARED[locale];
  const name = card.name || t('noName');
  return (
    <article class={`listing-card card${isSoldOut(card) ? ' listing-sold-out' : ''}`}>
      <div class="listing-photo">
        {card.photo ? (
          <Photo photo={card.photo} alt="" sizes="(min-width: 700px) 230px, 160px" first={inSight} />
        ) : (
          <span class="soft">{t('noPhoto')}</span>
        )}
        {card.flagship && <span class="flagship">{t('flagship')}</span>}
      </div>
      <div class="listing-text">
        <Heading class="listing-name">
          {card.href ? (
            <a class="listing-link" href={card.href}>
              {name}
            </a>
          ) : (
            name
          )}
        </Heading>
        <Price of={card} locale={locale} />
        {card.availability !== 'ada' || isSoldOut(card) ? <AvailabilityChip of={card} locale={locale} brief /> : null}
        <LastChecked of={card} locale={locale} />
        {card.place && (
          <p class="place">
            {card.place}
            {card.verified && (
              <span class="tick" title={t('verified')}>
                <span class="visually-hidden">{t('verified')}</span>
              </span>
            )}
          </p>
        )}
      </div>
    </article>
  );
}
