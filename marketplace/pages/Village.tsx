import type { Category } from '#contract';
import type { VillageSort } from '#marketplace/listings/ofVillage.ts';
import { previewOf, villageCard } from '#marketplace/share/facts.ts';
import { renderPage } from '#marketplace/web/document.tsx';
import { link, type View } from '#marketplace/web/view.ts';
import { REPORT } from '#marketplace/words/index.ts';
import { CardGrid } from './CardGrid.tsx';
import type { ListedProduct, Slice, VillageProfile } from './models.ts';
import { villageData } from './structuredData.ts';
import { VillageFace } from './VillageFace.tsx';
import { VillageGoods } from './VillageGoods.tsx';

export interface VillageData extends Slice {
  village: VillageProfile;
  continued: boolean;
  /** The kinds that the village offers, and the one that is shown; null for all. */
  kinds: Category[];
  kind: Category | null;
  sort: VillageSort;
  /** The same products in other villages, for buyers who need more than one village makes. */
  elsewhere: ListedProduct[];
}

/** A village's own page: who they are, how fast they answer, flagship products first. */
export function renderVillage(view: View, data: VillageData): string {
  const { t } = view;
  const { village } = data;
  const path = `/desa/${village.slug}`;
  return renderPage(
    view,
    {
      title: village.name,
      description: village.about ?? t('villageDescription', village.name),
      canonical: data.continued ? null : { path },
      jsonLd: villageData(view, village),
      isEmbeddable: true,
      feed: `${path}/feed.xml`,
      ...(!data.continued && { image: previewOf(view, villageCard(view, village, data.listings)) }),
      sheets: ['place'],
    },
    <>
      {data.continued ? (
        <section class="village-head">
          <h1>
            <a href={link(view, path)}>{village.name}</a>
          </h1>
        </section>
      ) : (
        <VillageFace view={view} village={village} isVerified={data.listings.some((l) => l.verified)} />
      )}
      <VillageGoods view={view} data={data} path={path} />
      <ReportLink view={view} path={path} />
      {data.elsewhere.length > 0 && (
        <section class="block">
          <h2>{t('sameElsewhere')}</h2>
          <p class="soft">{t('sameElsewhereHelp')}</p>
          <CardGrid view={view} listings={data.elsewhere} />
        </section>
      )}
    </>,
  );
}

/** Where a buyer tells the operator of a village. */
function ReportLink({ view, path }: { view: View; path: string }) {
  return (
    <p class="fine">
      <a href={link(view, `${path}/lapor`)} rel="nofollow">
        {REPORT[view.locale]('village')}
      </a>
    </p>
  );
}
