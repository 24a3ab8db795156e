import type { Category } from '#contract';
import type { CountedGroup } from '#marketplace/groups/counted.ts';
import { renderPage } from '#marketplace/web/document.tsx';
import { SearchForm } from '#marketplace/web/SearchForm.tsx';
import { link, type View } from '#marketplace/web/view.ts';
import { PLACE } from '#marketplace/words/index.ts';
import { CardGrid } from './CardGrid.tsx';
import { CategoryLinks } from './CategoryLinks.tsx';
import { GroupLinks } from './group/GroupLink.tsx';
import type { ListedProduct, VillageLink } from './models.ts';
import { VillageLinks } from './VillageLinks.tsx';

export interface HomeData {
  newest: ListedProduct[];
  /** The kinds of which something is on sale. */
  kinds: Category[];
  /** The products that most villages sell. */
  groups?: CountedGroup[];
  villages: VillageLink[];
}

/** The start page: search, kinds, newest, villages, and how it works. */
export function renderHome(view: View, data: HomeData): string {
  const { t, locale, baseUrl } = view;
  const site = {
    '@context': 'https://schema.org',
    '@type': 'WebSite',
    name: t('brand'),
    url: baseUrl + link(view, '/'),
    inLanguage: locale,
    potentialAction: {
      '@type': 'SearchAction',
      target: `${baseUrl}/cari?q={q}`,
      'query-input': 'required name=q',
    },
  };
  const meta = {
    title: t('brand'),
    description: t('homeDescription'),
    canonical: { path: '/' },
    jsonLd: [site],
    hideSearch: true,
    suggests: true,
  };
  return renderPage(view, meta, <Home view={view} data={data} />);
}

function Home({ view, data }: { view: View; data: HomeData }) {
  const { t } = view;
  return (
    <>
      <section class="hero">
        <h1>{t('homeTitle')}</h1>
        <p>{t('homeLead')}</p>
        <SearchForm view={view} query="" large />
      </section>
      {data.kinds.length > 0 && (
        <nav aria-label={t('categories')}>
          <CategoryLinks view={view} kinds={data.kinds} row />
        </nav>
      )}
      <section class="block">
        <h2>{t('newest')}</h2>
        {data.newest.length === 0 ? (
          <p class="notice">{t('emptyMarket')}</p>
        ) : (
          <>
            <CardGrid view={view} listings={data.newest} inSight={2} />
            <a class="btn btn-wide" href={link(view, '/cari')}>
              {t('allNewest')}
            </a>
          </>
        )}
      </section>
      <GroupLinks view={view} groups={data.groups ?? []} />
      {data.villages.length > 0 && (
        <section class="block">
          <h2>{t('villages')}</h2>
          <VillageLinks view={view} villages={data.villages} />
          <a class="btn btn-wide" href={link(view, '/desa')}>
            {t('allVillages')}
          </a>
          <a class="btn btn-wide" href={link(view, '/dekat')}>
            {PLACE[view.locale]('nearLink')}
          </a>
        </section>
      )}
      <section class="block">
        <h2>{t('howTitle')}</h2>
        <ol class="steps">
          {([1, 2, 3] as const).map((step) => (
            <li key={step}>
              <b>{t(`how_${step}`)}</b>
              <p>{t(`how_${step}_text`)}</p>
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}
