import type { Inquiry } from '../../marketplace/contract/index.ts';
import { locale, t } from '../../utils/i18n/t.ts';
import { priceText } from '../../utils/listing/format.ts';
import { ProductPhoto } from './ProductPhoto.tsx';
import { StateChip } from './StateChip.tsx';

interface Props {
  inquiry: Inquiry;
  marketplaceUrl: string | null;
  onBack: () => void;
}

/** What it is about, always in sight: the product with its list price, and where the thread stands. */
export function ThreadHead({ inquiry, marketplaceUrl, onBack }: Props) {
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
      <ProductPhoto hash={listing.photo} marketplaceUrl={marketplaceUrl} />
      <div class="thread-about">
        <a class="thread-product" href={listing.url} target="_blank" rel="noreferrer" title={listing.name}>
          {listing.name}
        </a>
        <span class="thread-price">
          <span class="soft">{priceText({ ...listing, packSize: null }, locale())}</span>
          <StateChip state={inquiry.state} />
        </span>
      </div>
    </header>
  );
}
