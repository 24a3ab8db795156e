import { Photo } from '#components/listing/Photo.tsx';
import { durationText } from '#contract/format.ts';
import { placeText } from '#marketplace/web/place.ts';
import { hostOf, type View } from '#marketplace/web/view.ts';
import { PLACE } from '#marketplace/words/index.ts';
import { photoView } from './cards.ts';
import type { VillageProfile } from './models.ts';

/** Who the village is: its picture first, then in its own words, and what "Terverifikasi" means. */
export function VillageFace(props: { view: View; village: VillageProfile; isVerified: boolean }) {
  const { view, village, isVerified } = props;
  const { t, locale } = view;
  const { photo, about, siteUrl } = village;
  const host = siteUrl === null ? null : hostOf(siteUrl);
  return (
    <section class={photo ? 'face' : 'face face-bare'}>
      {photo && (
        <div>
          <Photo
            photo={photoView(photo)}
            alt={PLACE[locale]('photoOf', village.name)}
            sizes="(min-width: 820px) 420px, 100vw"
            first
          />
        </div>
      )}
      <div class="face-text">
        <h1>{village.name}</h1>
        {about !== null && <p class="about">{about}</p>}
        <Facts view={view} village={village} />
        {village.medianAnswer !== null && (
          <p class="chip">{t('answersWithin', durationText(village.medianAnswer, locale))}</p>
        )}
        {isVerified && host !== null && (
          <details class="why">
            <summary>
              <span class="tick" /> {t('verified')}
              <u>{t('whatIsThis')}</u>
            </summary>
            <p>{t('verifiedVillage', host)}</p>
          </details>
        )}
        {siteUrl !== null && host !== null && (
          <a class="face-link" href={siteUrl}>
            {t('villageSite', host)}
          </a>
        )}
      </div>
    </section>
  );
}

function Facts({ view, village }: { view: View; village: VillageProfile }) {
  const t = PLACE[view.locale];
  const { hours, head, place } = village;
  const where = placeText(view, village);
  if (where === '' && hours === null && head === null && place === null) return null;
  return (
    <dl>
      {(where !== '' || place !== null) && (
        <>
          <dt>{t('place')}</dt>
          <dd>
            {where}
            {where !== '' && place !== null && ' · '}
            {place !== null && (
              <a href={mapAddress(place)} rel="noreferrer">
                {t('onMap')}
              </a>
            )}
          </dd>
        </>
      )}
      {hours !== null && (
        <>
          <dt>{t('hours')}</dt>
          <dd>{hours}</dd>
        </>
      )}
      {head !== null && (
        <>
          <dt>{t('head')}</dt>
          <dd>{head}</dd>
        </>
      )}
    </dl>
  );
}

/** A link that a person may follow; the page itself asks no map service for anything. */
const mapAddress = ({ lat, lng }: { lat: number; lng: number }): string =>
  `https://www.openstreetmap.org/?mlat=${lat}&mlon=${lng}#map=15/${lat}/${lng}`;
