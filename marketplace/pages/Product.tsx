import { Gallery } from '#components/listing/Gallery.tsx';
import { PermitList } from '#components/listing/PermitList.tsx';
import { ProductHead, ProductText } from '#components/listing/ProductFacts.tsx';
import type { PublicListing } from '#contract';
import { cut } from '#contract/cut.ts';
import { dateWib, isSoldOut, priceLine } from '#contract/format.ts';
import type { CountedGroup } from '#marketplace/groups/counted.ts';
import { previewOf, productCard } from '#marketplace/share/facts.ts';
import { renderPage } from '#marketplace/web/document.tsx';
import { link, type View } from '#marketplace/web/view.ts';
import { AskForm } from './AskForm.tsx';
import { BuyBar } from './BuyBar.tsx';
import { CardGrid } from './CardGrid.tsx';
import { productView } from './cards.ts';
import { GroupLink } from './group/GroupLink.tsx';
import type { FormIssue, InquiryForm } from './inquiryForm.ts';
import type { ListedProduct } from './models.ts';
import { Origin } from './Origin.tsx';
import { Poster } from './Poster.tsx';
import { ShareLinks } from './ShareLinks.tsx';
import { productData } from './structuredData.ts';
import { TrustFacts } from './TrustFacts.tsx';
import type { Trust } from './trust.ts';

export interface ProductData {
  listing: PublicListing;
  /** The same product in other villages. */
  elsewhere: ListedProduct[];
  /** Other products of this village. */
  siblings: ListedProduct[];
  trust: Trust;
  /** The same product in every village that sells it. */
  group?: CountedGroup | null;
}

/** The product page. `form` is what stands in the fields, `issues` what is wrong with it (empty on a first visit). */
export function renderProduct(
  view: View,
  data: ProductData,
  asked: { form: InquiryForm; issues: FormIssue[] },
): string {
  const { listing } = data;
  const place = listing.village.name;
  const meta = {
    title: `${listing.name}, ${place}`,
    description: shorten(`${priceLine(listing, view.locale)}. ${listing.description}`),
    canonical: { path: `/p/${listing.slug}` },
    kind: 'product' as const,
    jsonLd: productData(view, listing),
    isEmbeddable: true,
    image: previewOf(view, productCard(view, listing)),
  };
  return renderPage(view, meta, <Product view={view} data={data} asked={asked} />);
}

/** The text as one line of at most 160 characters for previews, cut at a word. */
function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= 160 ? line : `${cut(line, 160).replace(/\s\S*$/, '')}…`;
}

function Product(props: { view: View; data: ProductData; asked: { form: InquiryForm; issues: FormIssue[] } }) {
  const { view, data, asked } = props;
  const { t, locale } = view;
  const { listing } = data;
  const product = productView(listing);
  const path = `/p/${listing.slug}`;
  return (
    <>
      <article class="product product-page">
        <div class="product-main">
          <Gallery photos={product.photos} name={product.name} locale={locale} />
          <div class="product-side">
            <ProductHead product={product} locale={locale} origin={<Origin view={view} listing={listing} />} />
            {isSoldOut(listing) && data.elsewhere.length > 0 && (
              <p class="notice notice-warn">
                {t('soldOutNotice')} <a href="#desa-lain">{t('soldOutAlternatives')}</a>
              </p>
            )}
            <TrustFacts view={view} trust={data.trust} />
          </div>
          <div class="product-text">
            <ProductText product={product} locale={locale} />
            <PermitList permits={product.permits} locale={locale} checks />
            <p class="fine no-print">
              <span>{t('postedOn', dateWib(listing.updatedAt, locale))}</span>
              <a href={link(view, `${path}/lapor`)} rel="nofollow">
                {t('report')}
              </a>
              <a href={link(view, `${path}/kartu`)} rel="nofollow">
                {t('embed')}
              </a>
            </p>
            {!listing.village.practice && <ShareLinks view={view} listing={listing} />}
          </div>
          <BuyBar view={view} path={path} />
        </div>
        <AskForm view={view} listing={listing} {...asked} />
        <Poster view={view} listing={listing} />
      </article>
      <GroupLink view={view} group={data.group} />
      <Others
        view={view}
        title={t('sameElsewhere')}
        help={t('sameElsewhereHelp')}
        id="desa-lain"
        listings={data.elsewhere}
      />
      <Others view={view} title={t('moreFrom', listing.village.name)} listings={data.siblings} ownVillage />
    </>
  );
}

export function Others(props: {
  view: View;
  title: string;
  help?: string;
  id?: string;
  listings: ListedProduct[];
  ownVillage?: boolean;
}) {
  const { view, title, help, id, listings, ownVillage = false } = props;
  if (listings.length === 0) return null;
  return (
    <section class="block" {...(id && { id })}>
      <h2>{title}</h2>
      {help && <p class="soft">{help}</p>}
      <CardGrid view={view} listings={listings} ownVillage={ownVillage} />
    </section>
  );
}
