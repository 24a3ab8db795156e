import type { DistrictKeys } from '#marketplace/listings/filters.ts';
import { VillageEntries } from '#marketplace/pages/VillageEntries.tsx';
import type { DirectoryVillage } from '#marketplace/villages/directory.ts';
import type { District, DistrictChoices, Regency } from '#marketplace/villages/districts.ts';
import type { Point } from '#marketplace/villages/near.ts';
import { renderPage } from '#marketplace/web/document.tsx';
import { placeText } from '#marketplace/web/place.ts';
import { langParam, link, type View } from '#marketplace/web/view.ts';
import { PLACE } from '#marketplace/words/index.ts';
import { AskPosition, NEAR } from './AskPosition.tsx';

/** In an address: the kecamatan whose kabupaten nobody has told. */
export const NO_REGENCY = '-';

export interface NearResults {
  /** The kecamatan that was chosen, or the rounded position that was sent. */
  from: District | Point;
  villages: DirectoryVillage[];
  /** Villages of the chosen kecamatan whose distance nobody can tell. */
  unplaced: DirectoryVillage[];
  next: string | null;
  continued: boolean;
}

export interface NearData extends DistrictChoices {
  results: NearResults | null;
  /** True when a position was sent that could not be read. */
  isUnread: boolean;
  /** False in tests of pages without script. */
  hasScript: boolean;
}

const isDistrict = (from: District | Point): from is District => 'districtKey' in from;
const keysOf = ({ regencyKey, districtKey }: DistrictKeys) => ({ kab: regencyKey, kec: districtKey });

/** Villages by distance from a kecamatan or from where the buyer is; and the ways to say which. */
export function renderNear(view: View, data: NearData): string {
  const t = PLACE[view.locale];
  const { results } = data;
  const chosen = results !== null && isDistrict(results.from) ? results.from : null;
  const title = results === null ? t('nearTitle') : titleOf(view, results);
  const canonical =
    results === null ? { path: NEAR } : chosen && !results.continued ? { path: NEAR, params: keysOf(chosen) } : null;
  return renderPage(
    view,
    // An answer to a form has no address of its own, and no search engine is to have it.
    { title, canonical: data.isUnread ? null : canonical, sheets: ['place'] },
    <section class="block">
      <h1>{title}</h1>
      {data.isUnread && <p class="notice notice-warn">{t('nearUnread')}</p>}
      {results !== null && <Results view={view} results={results} />}
      {results === null && <p>{t('nearLead')}</p>}
      <AskPosition view={view} hasScript={data.hasScript} />
      {(data.districts.length > 0 || data.regencies.length === 0) && (
        <>
          <h2>{t(results === null ? 'nearChoose' : 'otherDistrict')}</h2>
          <Districts view={view} districts={data.districts} current={chosen} />
        </>
      )}
      {data.regencies.length > 0 && <Regencies view={view} regencies={data.regencies} />}
      <a class="lone-link" href={link(view, '/desa')}>
        {view.t('allVillages')}
      </a>
    </section>,
  );
}

function titleOf(view: View, { from }: NearResults): string {
  const t = PLACE[view.locale];
  return isDistrict(from) ? t('nearFrom', placeText(view, from)) : t('nearResults');
}

function Results({ view, results }: { view: View; results: NearResults }) {
  const t = PLACE[view.locale];
  const { from, villages, unplaced, next, continued } = results;
  const hasCentre = !isDistrict(from) || from.centre !== null;
  return (
    <>
      {villages.length > 0 && <p class="soft">{t('nearRough')}</p>}
      {villages.length === 0 && !continued && <p class="notice">{t(hasCentre ? 'nearNone' : 'nearNoCentre')}</p>}
      <VillageEntries view={view} villages={villages} heading="h2" hasPlace />
      {next !== null && <More view={view} from={from} next={next} />}
      {next === null && hasCentre && (villages.length > 0 || continued) && <p class="soft">{t('nearEnd')}</p>}
      {unplaced.length > 0 && (
        <>
          <h2>{t('unplaced')}</h2>
          <VillageEntries view={view} villages={unplaced} hasPlace />
        </>
      )}
    </>
  );
}

/** A kecamatan stands in the address; a position goes on in the form, and so in no address, log or history. */
function More({ view, from, next }: { view: View; from: District | Point; next: string }) {
  if (isDistrict(from)) {
    return (
      <a class="btn btn-wide" href={link(view, NEAR, { ...keysOf(from), sesudah: next })} rel="next">
        {view.t('more')}
      </a>
    );
  }
  const hidden = { lat: from.lat, lng: from.lng, sesudah: next, ...langField(view) };
  return (
    <form method="post" action={link(view, NEAR)}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button class="btn btn-wide" type="submit">
        {view.t('more')}
      </button>
    </form>
  );
}

const langField = ({ locale }: View) => {
  const lang = langParam(locale);
  return lang === null ? {} : { lang };
};

function Districts(props: { view: View; districts: readonly District[]; current: DistrictKeys | null }) {
  const { view, districts, current } = props;
  if (districts.length === 0) return <p class="soft">{PLACE[view.locale]('nearNoDistricts')}</p>;
  const regencies = [...new Set(districts.map(({ regencyKey }) => regencyKey))];
  return (
    <>
      {regencies.map((regency) => {
        const own = districts.filter(({ regencyKey }) => regencyKey === regency);
        const name = placeText(view, { district: null, regency: own[0]?.regency ?? null });
        return (
          <>
            {name !== '' && <h3>{name}</h3>}
            <ul class="picks picks-wrap">
              {own.map((one) => (
                <li key={one.districtKey}>
                  <a
                    href={link(view, NEAR, keysOf(one))}
                    {...(one.districtKey === current?.districtKey &&
                      regency === current.regencyKey && { 'aria-current': 'true' as const })}
                  >
                    {placeText(view, { district: one.district, regency: null })}
                  </a>
                </li>
              ))}
            </ul>
          </>
        );
      })}
    </>
  );
}

function Regencies({ view, regencies }: { view: View; regencies: readonly Regency[] }) {
  return (
    <>
      <h2>{PLACE[view.locale]('nearChooseRegency')}</h2>
      <ul class="picks picks-wrap">
        {regencies.map(({ regencyKey, regency }) => (
          <li key={regencyKey}>
            <a href={link(view, NEAR, { kab: regencyKey || NO_REGENCY })}>
              {placeText(view, { district: null, regency }) || PLACE[view.locale]('nearNoRegency')}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
