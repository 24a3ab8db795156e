import type { ComponentChildren } from 'preact';
import { render } from 'preact-render-to-string';
import { DEFAULT_LOCALE, LANGUAGES } from '#contract';
import { Layout } from './Layout.tsx';
import { SHEETS, type Sheet, STYLE } from './style.ts';
import { link, type View } from './view.ts';

export interface PageMeta {
  title: string;
  description?: string;
  /** The path and query (without `lang`) that search engines know this page by; null when they are not to list it. */
  canonical: { path: string; params?: Record<string, string> } | null;
  /** Absolute address of a picture for previews in WhatsApp and elsewhere. */
  image?: { url: string; width: number; height: number; alt?: string };
  kind?: 'website' | 'product';
  /** schema.org objects as plain data; they are serialised here, so that no text in them can end the script element. */
  jsonLd?: object[];
  /** True when other sites may show it by its address (oEmbed). */
  isEmbeddable?: boolean;
  /** True on the start page, which has its own, larger search box. */
  hideSearch?: boolean;
  /** True on the pages of officials: they are no buyers, and are not told how one buys here. */
  isOffice?: boolean;
  /** The Atom feed of what this page is about; the marketplace's own feed unless given. */
  feed?: string;
  /** The stylesheets that it has beside the storefront's own. */
  sheets?: readonly Sheet[];
  /** True where the search box suggests while somebody types; the answer then needs `hasScript`. */
  suggests?: boolean;
  /** The page loads itself anew after so many seconds, for a screen that somebody watches. */
  reloadSeconds?: number;
  /** What stands in the search box. */
  query?: string;
}

/** JSON for a script element. `<` and the two line ends on which JavaScript and JSON disagree are escaped. */
export function jsonForScript(value: unknown): string {
  return JSON.stringify(value)
    .replace(/</g, '\\u003c')
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029');
}

/** What is made up leaves nothing behind by which it is found: no address, no picture, no facts for search engines. */
function forPractice({ image: _picture, jsonLd: _facts, description: _words, ...meta }: PageMeta): PageMeta {
  return { ...meta, canonical: null, isEmbeddable: false, hideSearch: true };
}

/**
 * The whole document. All data passes through Preact's escaping; only our own stylesheet and JSON are inserted as they
 * are.
 */
export function renderPage(view: View, said: PageMeta, body: ComponentChildren): string {
  const meta = view.isPractice ? forPractice(said) : said;
  const head = render(<Head view={view} meta={meta} />);
  const json = (meta.jsonLd ?? []).map((it) => `<script type="application/ld+json">${jsonForScript(it)}</script>`);
  const content = render(
    <Layout view={view} meta={meta}>
      {body}
    </Layout>,
  );
  const suggest = meta.suggests ? '<script src="/saran.js" defer></script>' : '';
  const sheets = (meta.sheets ?? []).map((name) => SHEETS[name]);
  const style = [STYLE, ...sheets].map((it) => `<style>${it}</style>`).join('');
  return `<!doctype html><html lang="${view.locale}"><head><meta charset="utf-8">${head}${style}${json.join('')}${suggest}</head><body>${content}</body></html>`;
}

function Head({ view, meta }: { view: View; meta: PageMeta }) {
  const { t } = view;
  // A page that search engines list says of itself what the market is, where it has nothing of its own to say.
  const description = meta.description ?? (meta.canonical ? t('homeDescription') : undefined);
  const title = meta.title === t('brand') ? `${t('brand')}: ${t('tagline')}` : `${meta.title} | ${t('brand')}`;
  return (
    <>
      <title>{title}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" content="#7a3e12" />
      {meta.reloadSeconds && <meta http-equiv="refresh" content={String(meta.reloadSeconds)} />}
      <link rel="icon" href="/icon.svg" type="image/svg+xml" />
      {description && <meta name="description" content={description} />}
      {meta.canonical ? <Addresses view={view} canonical={meta.canonical} /> : <meta name="robots" content="noindex" />}
      <meta property="og:site_name" content={t('brand')} />
      <meta property="og:title" content={meta.title} />
      <meta property="og:type" content={meta.kind ?? 'website'} />
      <meta property="og:locale" content={LANGUAGES[view.locale].region} />
      {description && <meta property="og:description" content={description} />}
      {meta.image && <Picture image={meta.image} />}
      {meta.isEmbeddable && meta.canonical && <Oembed view={view} path={meta.canonical.path} title={meta.title} />}
      <link rel="alternate" type="application/atom+xml" title={t('feed')} href={link(view, meta.feed ?? '/feed.xml')} />
    </>
  );
}

function Addresses({ view, canonical }: { view: View; canonical: NonNullable<PageMeta['canonical']> }) {
  const address = (locale = view.locale) => view.baseUrl + link(view, canonical.path, canonical.params, locale);
  return (
    <>
      <link rel="canonical" href={address()} />
      {view.locales.map((locale) => (
        <link key={locale} rel="alternate" hreflang={locale} href={address(locale)} />
      ))}
      <link rel="alternate" hreflang="x-default" href={address(DEFAULT_LOCALE)} />
      <meta property="og:url" content={address()} />
    </>
  );
}

function Picture({ image }: { image: NonNullable<PageMeta['image']> }) {
  return (
    <>
      <meta property="og:image" content={image.url} />
      <meta property="og:image:width" content={String(image.width)} />
      <meta property="og:image:height" content={String(image.height)} />
      {image.alt && <meta property="og:image:alt" content={image.alt} />}
      <meta name="twitter:card" content="summary_large_image" />
    </>
  );
}

/** Where a site learns what to show for this page's address. */
function Oembed({ view, path, title }: { view: View; path: string; title: string }) {
  const url = view.baseUrl + link(view, path);
  const href = `${view.baseUrl}/oembed?${new URLSearchParams({ url, format: 'json' })}`;
  return <link rel="alternate" type="application/json+oembed" title={title} href={href} />;
}
