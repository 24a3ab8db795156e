import type { PublicListing } from '#contract';
import { placeText } from '#marketplace/web/place.ts';
import { hostOf, link, type View } from '#marketplace/web/view.ts';

/** The village, the way to its own site, and what the verified mark means in plain words. */
export function Origin({ view, listing }: { view: View; listing: PublicListing }) {
  const { t } = view;
  const { village, verified, backlinkUrl } = listing;
  const place = placeText(view, village);
  const site = backlinkUrl ?? village.siteUrl;
  return (
    <>
      <a href={link(view, `/desa/${village.slug}`)}>
        <b>{village.name}</b>
      </a>
      {place !== '' && `, ${place}`}
      {site !== '' && (
        <>
          <br />
          <a href={site}>{backlinkUrl ? t('seeOnVillageSite') : t('villageSite', hostOf(site))}</a>
        </>
      )}
      {verified && (
        <details class="why">
          <summary>
            <span class="tick" /> {t('verified')}
            <u>{t('whatIsThis')}</u>
          </summary>
          <p>{t('verifiedProduct', hostOf(village.siteUrl || (backlinkUrl ?? '')))}</p>
        </details>
      )}
    </>
  );
}
