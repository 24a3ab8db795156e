import { ToStart } from '#marketplace/pages/find/Lines.tsx';
import type { DirectoryVillage } from '#marketplace/villages/directory.ts';
import type { PlacedVillage } from '#marketplace/villages/districts.ts';
import { renderPage } from '#marketplace/web/document.tsx';
import { placeText } from '#marketplace/web/place.ts';
import { link, type View } from '#marketplace/web/view.ts';
import { PLACE } from '#marketplace/words/index.ts';
import { VillageMap } from './map/VillageMap.tsx';
import { VillageEntries } from './VillageEntries.tsx';

export interface DirectoryData {
  villages: DirectoryVillage[];
  /** The villages of the map; empty on the pages after the first. */
  placed: PlacedVillage[];
  next: string | null;
  continued: boolean;
}

/** Every village that sells here with its flagship, by kabupaten and kecamatan, in parts. */
export function renderVillages(view: View, data: DirectoryData): string {
  const t = PLACE[view.locale];
  const { villages, next, continued } = data;
  const placed = villages.filter(({ place }) => place !== null);
  const unplaced = villages.filter(({ place }) => place === null);
  return renderPage(
    view,
    {
      title: t('directoryTitle'),
      description: t('directoryLead'),
      canonical: continued ? null : { path: '/desa' },
      sheets: ['place'],
    },
    <section class="block">
      <h1>{t('directoryTitle')}</h1>
      {continued && <ToStart view={view} href={link(view, '/desa')} />}
      <p>{t('directoryLead')}</p>
      {villages.length === 0 && <p class="notice">{continued ? view.t('endOfList') : t('directoryEmpty')}</p>}
      <div>
        <a class="btn btn-primary" href={link(view, '/dekat')}>
          {t('nearLink')}
        </a>
      </div>
      <VillageMap view={view} villages={data.placed} />
      <Districts view={view} villages={placed} />
      {unplaced.length > 0 && (
        <>
          {(placed.length > 0 || data.placed.length > 0 || continued) && <p class="notice">{t('unplacedText')}</p>}
          <Districts view={view} villages={unplaced} />
        </>
      )}
      {next && (
        <a class="btn btn-wide" href={link(view, '/desa', { sesudah: next })} rel="next">
          {view.t('more')}
        </a>
      )}
    </section>,
  );
}

/** Villages under the names of their kecamatan; the list comes in that order. */
function Districts({ view, villages }: { view: View; villages: readonly DirectoryVillage[] }) {
  const t = PLACE[view.locale];
  const groups: DirectoryVillage[][] = [];
  for (const village of villages) {
    const last = groups.at(-1);
    if (last?.[0] && isSameDistrict(last[0], village)) last.push(village);
    else groups.push([village]);
  }
  return (
    <>
      {groups.map((group) => {
        const [first] = group;
        if (first === undefined) return null;
        const { district, regency, regencyKey, districtKey } = first;
        return (
          <>
            <div class="district">
              <h2>
                {placeText(view, { district, regency: null }) || t('noDistrict')}
                {regency !== null && <small>{placeText(view, { district: null, regency })}</small>}
              </h2>
              {first.place !== null && districtKey !== '' && (
                <a
                  href={link(view, '/dekat', { kab: regencyKey, kec: districtKey })}
                  aria-label={t('nearFrom', placeText(view, first))}
                >
                  {t('nearDistrict')}
                </a>
              )}
            </div>
            <VillageEntries view={view} villages={group} />
          </>
        );
      })}
    </>
  );
}

const isSameDistrict = (one: DirectoryVillage, other: DirectoryVillage): boolean =>
  one.districtKey === other.districtKey && one.regencyKey === other.regencyKey;
