import { render } from 'preact-render-to-string';
import { type PublicListing, photoUrl } from '#contract';
import { priceLine } from '#contract/format.ts';
import { renderPage } from '#marketplace/web/document.tsx';
import { link, type View } from '#marketplace/web/view.ts';

/**
 * The HTML of one card. It links to the short address, which never changes, so that a card on a foreign page outlives a
 * rename.
 */
function Snippet({ view, listing, base }: { view: View; listing: PublicListing; base: string }) {
  const href = `${base}/p/${listing.id}`;
  const [photo] = listing.photos;
  const height = photo ? Math.round((320 * photo.height) / photo.width) : 0;
  return (
    <div>
      {photo && (
        <p>
          <a href={href}>
            <img src={photoUrl(base, photo.hash, 320, 'jpg')} width={320} height={height} alt={listing.name} />
          </a>
        </p>
      )}
      <p>
        <strong>
          <a href={href}>{listing.name}</a>
        </strong>
        <br />
        {listing.village.name}
      </p>
      <p>
        <a href={href}>
          <img src={`${base}/badge/${listing.id}.svg`} height={40} alt={priceLine(listing, view.locale)} />
        </a>
      </p>
    </div>
  );
}

/** HTML to copy into any site: plain elements only, no script, no style, and a picture that always shows today's price. */
export function renderEmbed(view: View, listing: PublicListing): string {
  const { t } = view;
  const code = render(<Snippet view={view} listing={listing} base={view.baseUrl} />);
  return renderPage(
    view,
    { title: t('embedTitle'), canonical: null },
    <section class="block narrow">
      <h1>{t('embedTitle')}</h1>
      <p>{t('embedLead')}</p>
      <div class="field card copy">
        <label for="kode">{t('embedCode')}</label>
        <textarea id="kode" readOnly rows={7} value={code} />
        <p class="hint">{t('copyHow')}</p>
      </div>
      <h2>{t('embedPreview')}</h2>
      <div class="card pad">
        <Snippet view={view} listing={listing} base="" />
      </div>
      <p>
        <a href={link(view, `/p/${listing.slug}`)}>{listing.name}</a>
      </p>
    </section>,
  );
}
