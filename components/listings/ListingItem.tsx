import { useState } from 'preact/hooks';
import { InsertCard } from '#components/insert/InsertCard.tsx';
import { ShareButton } from '#components/share/ShareButton.tsx';
import { Button } from '#components/ui/Button.tsx';
import { VillageTag } from '#components/villages/VillageTag.tsx';
import { availabilityText, priceText } from '#contract/format.ts';
import { waLink } from '#contract/phone.ts';
import { wibMonth } from '#contract/wib.ts';
import { locale, t } from '#utils/i18n/t.ts';
import { shareText } from '#utils/inquiries/whatsapp.ts';
import type { ListingView } from '#utils/model/views.ts';
import { HiddenNotice } from './HiddenNotice.tsx';
import { PermitWarnings } from './PermitWarnings.tsx';
import { PhoneWarning } from './PhoneWarning.tsx';
import { ReportNotice } from './ReportNotice.tsx';
import { actionsFor, isPublic, STATE_LOOKS, STATE_WORDS } from './state.ts';
import type { ListingActions } from './useListingActions.ts';
import { WhyWaiting } from './WhyWaiting.tsx';

interface Props {
  listing: ListingView;
  actions: ListingActions;
}

/** One product of the village: its state, why it waits if it does, and what can be done with it. */
export function ListingItem({ listing, actions }: Props) {
  const [open, setOpen] = useState(false);
  const [copied, setCopied] = useState(false);
  const { id, name, url } = listing;
  const can = actionsFor(listing);
  const seen = seenThisMonth(listing);
  const copy = async (address: string) => {
    await navigator.clipboard.writeText(address);
    setCopied(true);
  };
  return (
    <li class="listing">
      <button type="button" class="listing-main" data-row aria-expanded={open} onClick={() => setOpen(!open)}>
        <span class="photo photo-small">{listing.thumbnail !== null && <img src={listing.thumbnail} alt="" />}</span>
        <span class="listing-about">
          <span class="listing-title">{name === '' ? t('listing_unnamed') : name}</span>
          <span class="soft">
            <VillageTag village={listing.village} />
            {facts(listing, can.availability !== null)}
            {seen > 0 && ` · ${t('listing_seen', seen)}`}
          </span>
        </span>
        <span class="listing-state">
          <span class={STATE_LOOKS[listing.state]}>{t(STATE_WORDS[listing.state])}</span>
          <span class="chevron" aria-hidden="true">
            {open ? '▴' : '▾'}
          </span>
        </span>
      </button>
      <WhyWaiting
        listing={listing}
        onRetry={(overwriteEdits) => actions.retry(id, overwriteEdits)}
        onSkip={() => actions.skip(id)}
        onEdit={() => actions.edit(id)}
        onByHand={() => actions.byHand(id)}
      />
      <HiddenNotice listing={listing} onEdit={() => actions.edit(id)} />
      <ReportNotice listing={listing} onEdit={() => actions.edit(id)} />
      <PermitWarnings listing={listing} />
      <PhoneWarning listing={listing} onEdit={() => actions.edit(id)} />
      {open && seen > 0 && <p class="soft listing-seen">{t('listing_seen_why', seen)}</p>}
      {open && (
        <div class="listing-actions">
          <Button onClick={() => actions.edit(id)}>
            {t(listing.state === 'draft' ? 'listing_continue' : 'listing_edit')}
          </Button>
          {can.availability === 'habis' && (
            <Button onClick={() => actions.setAvailability(listing, 'habis')}>{t('listing_mark_sold_out')}</Button>
          )}
          {can.availability === 'ada' && (
            <Button onClick={() => actions.setAvailability(listing, 'ada')}>{t('listing_mark_available')}</Button>
          )}
          {url !== null && isPublic(listing) && (
            <>
              <a class="btn" href={url} target="_blank" rel="noreferrer">
                {t('listing_open')}
              </a>
              <Button onClick={() => void copy(url)}>{t(copied ? 'listing_copied' : 'listing_copy')}</Button>
              <a
                class="btn"
                href={waLink(null, shareText({ ...listing, url }, locale()))}
                target="_blank"
                rel="noreferrer"
              >
                {t('listing_share')}
              </a>
              <ShareButton id={id} />
            </>
          )}
          {isPublic(listing) && !can.byHand && <InsertCard id={id} />}
          {listing.postUrl !== null && (
            <a class="btn" href={listing.postUrl} target="_blank" rel="noreferrer">
              {t('listing_open_post')}
            </a>
          )}
          {can.duplicate && <Button onClick={() => actions.duplicate(id)}>{t('listing_duplicate')}</Button>}
          {can.withdraw && (
            <Button look="danger" onClick={() => actions.withdraw(listing)}>
              {t('listing_withdraw')}
            </Button>
          )}
          {can.restore && <Button onClick={() => actions.restore(id)}>{t('listing_restore')}</Button>}
          {can.discard && (
            <Button look="danger" onClick={() => actions.discard(id)}>
              {t(listing.postUrl === null ? 'listing_discard' : 'listing_discard_post')}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

/** Price and availability in one line: `Rp25.000/bungkus · Ada, stok 40 bungkus`. */
function facts(listing: ListingView, isOffered: boolean): string {
  if (listing.price <= 0) return t('listing_no_price');
  const price = priceText({ ...listing, packSize: null }, locale());
  return isOffered ? `${price} · ${availabilityText(listing, locale())}` : price;
}

/** How often the page was seen this month; what was told of an older month says nothing of this one. */
function seenThisMonth({ views }: ListingView): number {
  return views?.month === wibMonth(Date.now()) ? views.count : 0;
}
