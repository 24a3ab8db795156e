import type { PublicListing } from '#contract';
import { renderPage } from '#marketplace/web/document.tsx';
import { link, type View } from '#marketplace/web/view.ts';
import { CategoryLinks } from './CategoryLinks.tsx';
import type { ListedProduct } from './models.ts';
import { Others } from './Product.tsx';

/** A withdrawn product: says so kindly and offers what is near. Answered with 410, so that search engines forget it. */
export function renderGone(
  view: View,
  data: { listing: PublicListing; elsewhere: ListedProduct[]; siblings: ListedProduct[] },
): string {
  const { words } = view;
  const { name, village } = data.listing;
  return renderPage(
    view,
    { title: words.goneTitle, canonical: null },
    <>
      <section class="message">
        <h1>{words.goneTitle}</h1>
        <p>{words.goneText(name, village.name)}</p>
        <a class="btn btn-primary" href={link(view, '/cari', { q: name })}>
          {words.searchSimilar}
        </a>
      </section>
      <Others view={view} title={words.sameElsewhere} listings={data.elsewhere} />
      <Others view={view} title={words.moreFrom(village.name)} listings={data.siblings} ownVillage />
      <section class="block">
        <h2>{words.categories}</h2>
        <CategoryLinks view={view} />
      </section>
    </>,
  );
}
