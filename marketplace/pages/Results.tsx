import { CATEGORY_LABELS, type Category } from '#contract';
import type { CountedGroup } from '#marketplace/groups/counted.ts';
import { renderPage } from '#marketplace/web/document.tsx';
import { link, type View } from '#marketplace/web/view.ts';
import { CardGrid } from './CardGrid.tsx';
import { CategoryLinks } from './CategoryLinks.tsx';
import { GroupLink } from './group/GroupLink.tsx';
import type { Slice } from './models.ts';

export interface SearchData extends Slice {
  query: string;
  /** The corrected words that these results are for, when nothing was found as typed. */
  corrected: string | null;
  /** True when no listing had all the words, so that these have some of them. */
  loose: boolean;
  /**
   * True when this is not the first page of the results: when it is empty, the list has ended and the search has not
   * failed.
   */
  continued: boolean;
  /** The one product that was searched for, where several villages sell it. */
  group?: CountedGroup | null;
}

/** Results of a search, or all products newest first when nothing was asked for. */
export function renderSearch(view: View, data: SearchData): string {
  const { t } = view;
  const title = data.query === '' ? t('allTitle') : t('resultsTitle', data.query);
  const canonical = data.query === '' && !data.continued ? { path: '/cari' } : null;
  const more = data.next && link(view, '/cari', { q: data.query || null, sesudah: data.next });
  return renderPage(
    view,
    { title, canonical, query: data.query },
    <section class="block">
      <h1>{title}</h1>
      <GroupLink view={view} group={data.group} />
      {data.corrected !== null && (
        <p class="notice">
          {t('correctedShown', data.query)}{' '}
          <a href={link(view, '/cari', { q: data.corrected })}>
            <b>{data.corrected}</b>
          </a>
          .
        </p>
      )}
      {data.loose && data.listings.length > 0 && <p class="notice">{t('loose')}</p>}
      {data.listings.length === 0 && !data.continued ? (
        <>
          <p class="notice notice-warn">
            {data.query === '' ? t('emptyMarket') : `${t('noResults', data.query)} ${t('noResultsHelp')}`}
          </p>
          <CategoryLinks view={view} />
        </>
      ) : (
        <List view={view} data={data} more={more} />
      )}
    </section>,
  );
}

export interface CategoryData extends Slice {
  category: Category;
  continued: boolean;
}

export function renderCategory(view: View, data: CategoryData): string {
  const { t, locale } = view;
  const title = CATEGORY_LABELS[locale][data.category];
  const path = `/kategori/${data.category}`;
  return renderPage(
    view,
    {
      title,
      description: `${title}: ${t('homeDescription')}`,
      canonical: data.continued ? null : { path },
      feed: `${path}/feed.xml`,
    },
    <section class="block">
      <h1>{title}</h1>
      {data.listings.length === 0 && !data.continued && <p class="notice notice-warn">{t('emptyCategory')}</p>}
      {data.listings.length > 0 && (
        <List view={view} data={data} more={data.next && link(view, path, { sesudah: data.next })} />
      )}
      <h2>{t('categories')}</h2>
      <CategoryLinks view={view} current={data.category} />
    </section>,
  );
}

function List({ view, data, more }: { view: View; data: Slice; more: string | null }) {
  return (
    <>
      <CardGrid view={view} listings={data.listings} heading="h2" />
      {more ? (
        <a class="btn btn-wide" href={more} rel="next">
          {view.t('more')}
        </a>
      ) : (
        <p class="soft end">{view.t('endOfList')}</p>
      )}
    </>
  );
}
