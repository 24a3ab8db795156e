import { durationText } from '#contract/format.ts';
import { renderPage } from '#marketplace/web/document.tsx';
import { placeText } from '#marketplace/web/place.ts';
import { hostOf, link, type View } from '#marketplace/web/view.ts';
import { REPORT } from '#marketplace/words/index.ts';
import { CardGrid } from './CardGrid.tsx';
import type { ListedProduct, Slice, VillageProfile } from './models.ts';

export interface VillageData extends Slice {
  village: VillageProfile;
  continued: boolean;
  /** The same products in other villages, for buyers who need more than one village makes. */
  elsewhere: ListedProduct[];
}

/** A village's own page: who they are, how fast they answer, flagship products first. */
export function renderVillage(view: View, data: VillageData): string {
  const { t, baseUrl } = view;
  const { village } = data;
  const path = `/desa/${village.slug}`;
  const organisation = {
    '@context': 'https://schema.org',
    '@type': 'Organization',
    name: village.name,
    url: baseUrl + link(view, path),
    ...(village.siteUrl !== null && { sameAs: [village.siteUrl] }),
    areaServed: placeText(view, village),
  };
  return renderPage(
    view,
    {
      title: village.name,
      description: t('villageDescription', village.name),
      canonical: data.continued ? null : { path },
      jsonLd: [organisation],
      feed: `${path}/feed.xml`,
    },
    <>
      <VillageHead view={view} village={village} verified={data.listings.some((l) => l.verified)} />
      <Products view={view} data={data} path={path} />
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

function VillageHead({ view, village, verified }: { view: View; village: VillageProfile; verified: boolean }) {
  const { t, locale } = view;
  const host = village.siteUrl === null ? null : hostOf(village.siteUrl);
  return (
    <section class="village-head">
      <h1>{village.name}</h1>
      <p class="soft">{placeText(view, village)}</p>
      {village.medianAnswer !== null && (
        <p class="chip">{t('answersWithin', durationText(village.medianAnswer, locale))}</p>
      )}
      {village.siteUrl !== null && host !== null && (
        <p>
          <a href={village.siteUrl}>{t('villageSite', host)}</a>
        </p>
      )}
      {verified && host !== null && (
        <details class="why">
          <summary>
            <span class="tick" /> {t('verified')}
            <u>{t('whatIsThis')}</u>
          </summary>
          <p>{t('verifiedVillage', host)}</p>
        </details>
      )}
    </section>
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

function Products({ view, data, path }: { view: View; data: VillageData; path: string }) {
  const { t } = view;
  const flagships = data.continued ? [] : data.listings.filter((it) => it.flagship);
  const others = data.continued ? data.listings : data.listings.filter((it) => !it.flagship);
  if (data.listings.length === 0) return <p class="notice">{data.continued ? t('endOfList') : t('villageEmpty')}</p>;
  return (
    <>
      {flagships.length > 0 && (
        <section class="block">
          <h2>{t('villageFlagships')}</h2>
          <CardGrid view={view} listings={flagships} ownVillage />
        </section>
      )}
      {others.length > 0 && (
        <section class="block">
          <h2>{flagships.length > 0 ? t('villageOthers') : t('villageAll')}</h2>
          <CardGrid view={view} listings={others} ownVillage />
        </section>
      )}
      {data.next && (
        <a class="btn btn-wide" href={link(view, path, { sesudah: data.next })} rel="next">
          {t('more')}
        </a>
      )}
    </>
  );
}
