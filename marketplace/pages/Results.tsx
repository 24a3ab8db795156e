import { CATEGORY_LABELS } from '#contract';
import type { PermitKind } from '#contract/permits.ts';
import type { CountedGroup } from '#marketplace/groups/counted.ts';
import type { Place, Places, SellingVillage } from '#marketplace/listings/service.ts';
import { renderPage } from '#marketplace/web/document.tsx';
import { placeText } from '#marketplace/web/place.ts';
import { link, type View } from '#marketplace/web/view.ts';
import { CardGrid } from './CardGrid.tsx';
import { CategoryLinks } from './CategoryLinks.tsx';
import { listLink, placeOf } from './find/address.ts';
import { type Ask, filtersOf, type Member, NOTHING } from './find/ask.ts';
import { Chips, FindBar } from './find/FindBar.tsx';
import { Lines, PriceOrder, ToStart } from './find/Lines.tsx';
import { Nothing, type Way } from './find/Nothing.tsx';
import { Typed } from './find/Typed.tsx';
import { fullPlaceName, memberText, wordsOf } from './find/texts.ts';
import { GroupLink } from './group/GroupLink.tsx';
import type { Slice } from './models.ts';

export interface ListData extends Slice {
  ask: Ask;
  /** Members of the address that meant nothing. */
  unread: Member[];
  places: Places;
  /** Villages and places that the words name. */
  named: { villages: SellingVillage[]; places: Places['places'] };
  /** The corrected words that these results are for, when a typed word was taken for a typo. */
  corrected: string | null;
  /** True when no listing had all the words, so that these have some of them. */
  loose: boolean;
  /** How many of the listings have all the words; those after them are only near, or only speak of it. */
  matching: number;
  tail: 'near' | 'mentioned' | null;
  /** True when no name has the words, and these only speak of them. */
  mentioned: boolean;
  /**
   * True when this is not the first page of the results: when it is empty, the list has ended and the search has not
   * failed.
   */
  continued: boolean;
  /** The one product that was searched for, where several villages sell it. */
  group?: CountedGroup | null;
  /** The permit filter that a word may mean which also stands in names. */
  permitted?: (Ask & { permit: PermitKind }) | null;
  /** The words asked for what is near, perhaps to a place. */
  near?: { from: Place | null } | null;
  /** Where nothing was found: the filters without which something is, and the ask without any of them. */
  ways: Way[];
  unfiltered: Ask | null;
}

/** Every list of products: of a search, of a kind, or all. */
export function renderList(view: View, data: ListData): string {
  const { t, locale } = view;
  const { ask, continued } = data;
  const kind = ask.category && CATEGORY_LABELS[locale][ask.category];
  const isKind = ask.query === '' && kind !== null;
  const title = ask.query === '' ? (kind ?? t('allTitle')) : t('resultsTitle', ask.query);
  const isPlain = ask.query === '' && ask.sort === 'best' && filtersOf({ ...ask, category: null }).length === 0;
  const canonical = isPlain && !continued ? { path: placeOf(ask).path } : null;
  const description = isKind ? { description: `${title}: ${t('homeDescription')}` } : {};
  const feed = isKind ? { feed: `/kategori/${ask.category}/feed.xml` } : {};
  const isEmpty = data.listings.length === 0 && !continued;
  return renderPage(
    view,
    { title, ...description, canonical, query: ask.query, ...feed, sheets: ['list'], suggests: true },
    <section class="block">
      <h1>{ask.query === '' ? title : <Typed text={(typed) => t('resultsTitle', typed)} typed={ask.query} />}</h1>
      {continued && <ToStart view={view} href={listLink(view, ask)} />}
      <Notices view={view} data={data} />
      {!continued && <Lines view={view} data={data} />}
      <GroupLink view={view} group={data.group} />
      <NamedPlaces view={view} data={data} />
      {!(isEmpty && filtersOf(ask).length === 0) && <FindBar view={view} ask={ask} places={data.places} />}
      <Chips view={view} ask={ask} />
      <PriceOrder view={view} data={data} />
      {isEmpty ? (
        <Nothing
          view={view}
          ask={ask}
          kinds={[...data.places.kinds.keys()]}
          ways={data.ways}
          unfiltered={data.unfiltered}
        />
      ) : (
        <List view={view} data={data} />
      )}
      {isKind && !isEmpty && (
        <>
          <h2>{t('categories')}</h2>
          <CategoryLinks view={view} kinds={data.places.kinds.keys()} current={ask.category} />
        </>
      )}
    </section>,
  );
}

/** What the reader has to know first of these results, in one sentence: of the address, or else of the words. */
function Notices({ view, data }: { view: View; data: ListData }) {
  const { t } = view;
  const { ask, unread, corrected, loose, mentioned, listings } = data;
  const find = wordsOf(view);
  const isSomething = listings.length > 0;
  if (unread.length > 0) {
    const members = unread.map((member) => memberText(view, member)).join(', ');
    return <p class="notice notice-warn">{find('unread', members)}</p>;
  }
  if (!isSomething) return null;
  if (corrected !== null) {
    return (
      <p class="notice">
        <Typed text={(typed) => t('correctedShown', typed)} typed={ask.query} />{' '}
        <a href={listLink(view, { ...ask, query: corrected })}>
          <b>{corrected}</b>
        </a>
        .
      </p>
    );
  }
  if (loose) return <p class="notice">{find('looseFor')}</p>;
  if (!mentioned) return null;
  return (
    <p class="notice">
      <Typed text={(typed) => find('mentioned', typed)} typed={ask.query} />
    </p>
  );
}

/** "Desa Dagan" typed into the search leads to the village's own page. */
function NamedPlaces({ view, data }: { view: View; data: ListData }) {
  const { villages, places } = data.named;
  const t = wordsOf(view);
  if (villages.length + places.length === 0 || data.continued) return null;
  return (
    <ul class="villages" aria-label={t('placesTitle')}>
      {villages.map((village) => (
        <li key={village.slug}>
          <a class="card" href={link(view, `/desa/${village.slug}`)}>
            <b>{t('village', village.name)}</b>
            <span>{placeText(view, village)}</span>
          </a>
        </li>
      ))}
      {places.map((place) => (
        <li key={place.key}>
          <a class="card" href={listLink(view, { ...NOTHING, place })}>
            <b>{t('placeGoods', fullPlaceName(view, place))}</b>
          </a>
        </li>
      ))}
    </ul>
  );
}

function List({ view, data }: { view: View; data: ListData }) {
  const { listings, matching, tail, continued } = data;
  // On a first page without a match the notice above says what these are; on a later page nothing else does.
  const split = tail !== null && (matching > 0 || continued) ? tail : null;
  return (
    <>
      {(split === null || matching > 0) && (
        <CardGrid view={view} listings={split === null ? listings : listings.slice(0, matching)} heading="h2" />
      )}
      {split !== null && (
        <>
          <h2>{wordsOf(view)(split === 'near' ? 'near' : 'alsoMentioned')}</h2>
          <CardGrid view={view} listings={listings.slice(matching)} heading="h3" />
        </>
      )}
      {data.next ? (
        <a class="btn btn-wide" href={listLink(view, data.ask, data.next)} rel="next">
          {view.t('more')}
        </a>
      ) : (
        <p class="soft end">{view.t('endOfList')}</p>
      )}
      {data.continued && <ToStart view={view} href={listLink(view, data.ask)} />}
    </>
  );
}
