import type { Category, PublicListing } from '#contract';
import { previewOf, productCard } from '#marketplace/share/facts.ts';
import { renderPage } from '#marketplace/web/document.tsx';
import { link, type View } from '#marketplace/web/view.ts';
import { CategoryLinks } from './CategoryLinks.tsx';
import type { ListedProduct } from './models.ts';
import { Others } from './Product.tsx';

/**
 * The page of a withdrawn product: it says so kindly and offers similar products. It is answered with 410, so that
 * search engines forget it.
 */
export function renderGone(
  view: View,
  data: { listing: PublicListing; elsewhere: ListedProduct[]; siblings: ListedProduct[]; kinds: Category[] },
): string {
  const { t } = view;
  const { name, village } = data.listing;
  return renderPage(
    view,
    { title: t('goneTitle'), canonical: null, image: previewOf(view, productCard(view, data.listing)) },
    <>
      <section class="message">
        <h1>{t('goneTitle')}</h1>
        <p>{t('goneText', name, village.name)}</p>
        <a class="btn btn-primary" href={link(view, '/cari', { q: name })}>
          {t('searchSimilar')}
        </a>
      </section>
      <Others view={view} title={t('sameElsewhere')} listings={data.elsewhere} />
      <Others view={view} title={t('moreFrom', village.name)} listings={data.siblings} ownVillage />
      {data.kinds.length > 0 && (
        <section class="block">
          <h2>{t('categories')}</h2>
          <CategoryLinks view={view} kinds={data.kinds} />
        </section>
      )}
    </>,
  );
}
