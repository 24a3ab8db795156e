import type { PublicListing } from '#contract';
import { priceText } from '#contract/format.ts';
import { waLink } from '#contract/phone.ts';
import { picturePath, productCard } from '#marketplace/share/facts.ts';
import { link, type View } from '#marketplace/web/view.ts';
import { SHARE } from '#marketplace/words/index.ts';

const FACEBOOK = 'https://www.facebook.com/sharer/sharer.php';

/** How a buyer or the village passes a product on, without script: plain links, and pictures and a poster to save. */
export function ShareLinks({ view, listing }: { view: View; listing: PublicListing }) {
  const t = SHARE[view.locale];
  const url = `${view.baseUrl}/p/${listing.id}`;
  const card = productCard(view, listing);
  const text = t('caption', listing.name, priceText(listing, view.locale), listing.village.name, url);
  const outside = { target: '_blank', rel: 'noopener noreferrer nofollow' };
  return (
    <details class="why no-print">
      <summary>
        {t('share')} <span aria-hidden="true">▾</span>
      </summary>
      <p class="fine">
        <a href={waLink(null, text)} {...outside}>
          WhatsApp
        </a>
        <a href={`${FACEBOOK}?${new URLSearchParams({ u: url })}`} {...outside}>
          Facebook
        </a>
        <a href={picturePath(view, card, 'persegi')} download={`${listing.slug}.jpg`}>
          {t('squarePicture')}
        </a>
        <a href={picturePath(view, card, 'status')} download={`${listing.slug}-status.jpg`}>
          {t('statusPicture')}
        </a>
        <a href={link(view, `/p/${listing.slug}/poster.pdf`)} rel="nofollow">
          {t('poster')}
        </a>
      </p>
    </details>
  );
}
