import { photoUrl } from '#contract';
import { priceText } from '#contract/format.ts';
import type { ListingCard } from '#marketplace/listings/service.ts';
import type { Status } from '#marketplace/pages/thread/views/status.ts';
import { renderPage } from '#marketplace/web/document.tsx';
import { link, type View } from '#marketplace/web/view.ts';
import { GROUP, THREAD } from '#marketplace/words/index.ts';

/** One village's conversation on the page of all; `open` is null when the buyer has changed or shut its own link. */
export interface BulkPart {
  village: string;
  open: { href: string; listing: ListingCard; status: Status; answer: string | null } | null;
}

interface Props {
  parts: BulkPart[];
  product: { title: string; href: string } | null;
  path: string;
}

/** The buyer's private page of a question to several villages. No canonical address, as the thread's own page. */
export function renderBulk(view: View, props: Props): string {
  const title = GROUP[view.locale]('pageTitle', props.parts.length);
  const meta = { title, canonical: null, hideSearch: true, sheets: ['thread', 'group'] as const };
  return renderPage(view, meta, <BulkPage view={view} title={title} {...props} />);
}

function BulkPage({ view, title, parts, product, path }: Props & { view: View; title: string }) {
  const t = GROUP[view.locale];
  return (
    <article class="thread">
      <h1>{title}</h1>
      {product && (
        <p class="lead">
          <a href={product.href}>{product.title}</a>
        </p>
      )}
      <p class="notice notice-keep">{t('pageKeep')}</p>
      {parts.map((part) => (
        <Part key={part.village} view={view} part={part} />
      ))}
      <p class="group-bar">
        <a class="btn btn-primary" href={link(view, path)}>
          {THREAD[view.locale]('reload')}
        </a>
        {product && (
          <a class="btn" href={product.href}>
            {t('pageMore')}
          </a>
        )}
      </p>
    </article>
  );
}

function Part({ view, part: { village, open } }: { view: View; part: BulkPart }) {
  const t = GROUP[view.locale];
  if (open === null) {
    return (
      <section class="status status-over">
        <h2>{village}</h2>
        <p>{t('pageShut')}</p>
      </section>
    );
  }
  const { status, listing, answer } = open;
  const [photo] = listing.photos;
  return (
    <section class={`status status-${status.tone} bulk-part`}>
      <h2>{village}</h2>
      <p class="bulk-product">
        {photo && <img src={photoUrl('', photo.hash, 320, 'jpg')} width="56" height="56" alt="" />}
        <span>
          {listing.name}, {priceText(listing, view.locale)}
        </span>
      </p>
      <p>
        <b>{status.title}</b>
      </p>
      {status.terms && <p class="terms">{status.terms}</p>}
      {answer === null ? (
        <p>{status.text}</p>
      ) : (
        <div class="said">
          <b>{t('pageLast')}</b>
          <p class="words">{answer}</p>
        </div>
      )}
      <a class="btn" href={open.href}>
        {t('pageOpen', village)}
      </a>
    </section>
  );
}
