import type { PublicListing } from '#contract';
import { Qr } from '#marketplace/web/Qr.tsx';
import type { View } from '#marketplace/web/view.ts';
import { PRODUCT } from '#marketplace/words/index.ts';

/** The foot of the printed product page, which is a poster then: where a passer-by asks. On a screen it is not there. */
export function Poster({ view, listing }: { view: View; listing: Pick<PublicListing, 'id' | 'name'> }) {
  const t = PRODUCT[view.locale];
  const address = `${view.baseUrl}/p/${listing.id}`;
  return (
    <div class="poster">
      <Qr address={address} label={t('qrOf', listing.name)} />
      <p>
        {t('scan')}
        <span>
          {t('askBy')} <b>{address.replace(/^https?:\/\//, '')}</b>
        </span>
      </p>
    </div>
  );
}
