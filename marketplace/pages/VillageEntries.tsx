import { Photo } from '#components/listing/Photo.tsx';
import { Price } from '#components/listing/Price.tsx';
import { number } from '#contract/format.ts';
import { SHARED } from '#contract/i18n/shared.ts';
import type { DirectoryVillage } from '#marketplace/villages/directory.ts';
import { placeText } from '#marketplace/web/place.ts';
import { link, type View } from '#marketplace/web/view.ts';
import { PLACE } from '#marketplace/words/index.ts';
import { photoView } from './cards.ts';

interface Props {
  view: View;
  villages: readonly DirectoryVillage[];
  /** Each with its kecamatan: where the list is not under its name already. */
  hasPlace?: boolean;
  /** The level of each name: one below what stands above the list. */
  heading?: 'h2' | 'h3';
}

/** Villages with their face and what they are known for, each one press wide. */
export function VillageEntries({ view, villages, hasPlace = false, heading = 'h3' }: Props) {
  return (
    <ul class="entries">
      {villages.map((village) => (
        <li key={village.slug}>
          <Entry {...{ view, village, heading }} place={hasPlace ? placeText(view, village) : ''} />
        </li>
      ))}
    </ul>
  );
}

interface EntryProps extends Required<Pick<Props, 'view' | 'heading'>> {
  village: DirectoryVillage;
  place: string;
}

function Entry({ view, village, place, heading: Heading }: EntryProps) {
  const { flagship, metres } = village;
  const photo = village.photo ?? flagship?.photos[0];
  return (
    <article class="card entry">
      <div class="entry-photo">{photo && <Photo photo={photoView(photo)} alt="" sizes="96px" />}</div>
      <div class="entry-text">
        <Heading class="entry-name">
          <a href={link(view, `/desa/${village.slug}`)}>{village.name}</a>
        </Heading>
        {metres !== null && <p class="far">{distanceText(view, metres)}</p>}
        {place !== '' && <p class="soft">{place}</p>}
        {flagship && (
          <>
            <p>
              {flagship.flagship && <span class="flagship">{SHARED[view.locale]('flagship')}</span>} {flagship.name}
            </p>
            <Price of={flagship} locale={view.locale} />
          </>
        )}
      </div>
    </article>
  );
}

/** Whole kilometres: what was asked from is itself no more exact. */
export function distanceText(view: View, metres: number): string {
  const km = Math.max(1, Math.round(metres / 1000));
  return PLACE[view.locale]('distance', number(km, view.locale));
}
