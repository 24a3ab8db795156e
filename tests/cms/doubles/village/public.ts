import { addressesOf } from './addresses.ts';
import type { VillageOptions } from './axes.ts';
import type { Answer } from './http.ts';
import { productAddresses } from './products/addresses.ts';
import type { Article, Session, VillageState } from './state.ts';
import { esc, slugOf, withoutTags, writtenDay } from './words.ts';

/** Where the site shows its articles, below its own address. */
export interface PublicPaths {
  home: string;
  list: string;
  article(article: Pick<Article, 'id' | 'title'>): string;
}

export function publicPaths({ public: shown }: Pick<VillageOptions, 'public'>): PublicPaths {
  const isById = shown === 'idList' || shown === 'deleted200';
  const isApart = shown === 'apart';
  const list = isApart ? '/warga/berita' : isById ? '/artikel' : '/berita';
  if (shown === 'wholeOnList') return { home: '/', list, article: () => list };
  return { home: isApart ? '/warga' : '/', list, article: ({ id, title }) => `${list}/${isById ? id : slugOf(title)}` };
}

/** A page that everybody may ask for; null when the path is none of these. */
export function publicPage(state: VillageState, path: string, session: Session): Answer | null {
  const { options, base } = state;
  const paths = publicPaths(options);
  // On such sites an official never finds what he has just written.
  const isHidden = options.public === 'hiddenFromSignedIn' && session.isSignedIn;
  const shown = isHidden ? [] : state.articles.filter(({ isPublished }) => isPublished);
  const teaser = (article: Article) =>
    options.public === 'wholeOnList'
      ? articleHtml(state, article)
      : `<article><h2><a href="${base}${paths.article(article)}">${esc(article.title)}</a></h2><p>${day(state, article)}</p></article>`;
  const teasers = (articles: Article[]) => articles.toReversed().map(teaser).join('\n');
  if (path === '/' && paths.home !== '/') return html(state, 'Desa Contoh', '<h1>Selamat datang</h1>', 200, '');
  if (path === paths.home) return html(state, 'Desa Contoh', `<h1>Desa Contoh</h1>${teasers(shown.slice(-5))}`);
  if (path === paths.list) return html(state, 'Berita', `<h1>Berita</h1>${teasers(shown)}`);
  if (!path.startsWith(`${paths.list}/`)) return null;
  // The oldest article of a slug hides the younger ones.
  const article = shown.find((one) => paths.article(one) === path);
  if (article === undefined) {
    const status = options.public === 'deleted200' ? 200 : 404;
    return html(state, 'Desa Contoh', '<h1>Desa Contoh</h1><p>Selamat datang di situs kami.</p>', status);
  }
  return html(state, article.title, articleHtml(state, article));
}

const day = ({ options }: VillageState, { date }: Article): string => writtenDay(date, options.date);

function articleHtml(state: VillageState, article: Article): string {
  const { picture } = article;
  const address = picture?.startsWith('/') ? state.base + picture : picture;
  const image = address === null || address === undefined ? '' : `<img src="${esc(address)}" alt="" width="320">`;
  const labels = article.category === '' ? '' : `<p class="kategori">${esc(article.category)}</p>`;
  const body = bodyShown(state.options, article);
  return `<article><h1>${esc(article.title)}</h1><p>${day(state, article)} oleh ${esc(article.author)}</p>${labels}${image}<div class="isi">${body}</div></article>`;
}

/** What the site makes of the words that it keeps. */
export function bodyShown({ editor }: VillageOptions, { body, link }: Article): string {
  if (editor === 'urlOnly') return `<p><a href="${esc(link)}">${esc(link)}</a></p>`;
  if (editor === 'plain') return esc(body).replaceAll('\n', '<br>');
  return editor === 'stripLinks' ? withoutTags(body) : body;
}

/** A public page. */
export function html(
  { base, options, table }: VillageState,
  title: string,
  body: string,
  status = 200,
  menu = `<a href="${base}${publicPaths(options).list}">Berita</a>`,
): Answer {
  const { login } = addressesOf(options);
  const shop = table === null ? '' : ` <a href="${base}${productAddresses(options, table.options).shop}">Produk</a>`;
  return {
    status,
    body: `<!doctype html><html lang="id"><head><meta charset="utf-8"><title>${esc(title)}</title><meta name="viewport" content="width=device-width"></head>
<body><header><a href="${base}/">Desa Contoh</a> ${menu}${shop}</header><main>${body}</main><footer><a href="${base}${login}">Login</a></footer></body></html>`,
  };
}
