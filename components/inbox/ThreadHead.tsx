import { VillageTag } from '#components/villages/VillageTag.tsx';
import { priceText } from '#contract/format.ts';
import { locale, t } from '#utils/i18n/t.ts';
import type { StoredInquiry } from '#utils/model/stored.ts';
import { ProductPhoto } from './ProductPhoto.tsx';
import { StateChip } from './StateChip.tsx';

interface Props {
  inquiry: StoredInquiry;
  onBack: () => void;
}

/** The head of a thread, always in sight: the product with its list price, and the thread's state. */
export function ThreadHead({ inquiry, onBack }: Props) {
  const { listing } = inquiry;
  return (
    <header class="thread-head">
      <button
        type="button"
        class="back"
        aria-label={t('thread_back')}
        title={`${t('thread_back')} (Esc)`}
        onClick={onBack}
      >
        ←
      </button>
      <ProductPhoto hash={listing.photo} village={inquiry.village} />
      <div class="thread-about">
        <h1 class="thread-name">
          <a class="thread-product" href={listing.url} target="_blank" rel="noreferrer" title={listing.name}>
            {listing.name}
          </a>
        </h1>
        <span class="thread-price">
          <span class="soft">{priceText({ ...listing, packSize: null }, locale())}</span>
          <StateChip state={inquiry.state} />
        </span>
        <VillageTag village={inquiry.village} />
        {inquiry.askedElsewhere !== undefined && inquiry.askedElsewhere > 0 && (
          <span class="thread-also soft">{t('thread_asked_elsewhere', inquiry.askedElsewhere)}</span>
        )}
      </div>
    </header>
  );
}
