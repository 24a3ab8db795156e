import { DEFAULT_LOCALE, type Locale, readLocale } from '#contract';
import { STOREFRONT, type StorefrontWords } from '#marketplace/words/index.ts';

/** What every page knows of the request it answers. Plain data and its words, so that a page is a pure function. */
export interface View {
  locale: Locale;
  /** The languages this marketplace offers, the page's own among them. */
  locales: readonly Locale[];
  t: StorefrontWords;
  /** Public address without a trailing slash. */
  baseUrl: string;
  now: Date;
  /** Set by whoever finds that the page is about something made up for practice: then it says so, and no search engine lists it. */
  isPractice?: true;
}

/** Indonesian unless an offered language is asked for by `?lang=`: no cookie, and a shared link shows everybody the same page. */
export function makeView(
  request: { url: string },
  { baseUrl, locales }: { baseUrl: string; locales: readonly Locale[] },
  now: Date,
): View {
  const locale = readLocale(new URL(request.url, baseUrl).searchParams.get('lang'), locales);
  return { locale, locales, t: STOREFRONT[locale], baseUrl, now };
}

/** What a link or a form carries to stay in a language; nothing for the first one. */
export const langParam = (locale: Locale): string | null => (locale === DEFAULT_LOCALE ? null : locale);

/** A link inside the site in `locale` (the page's own unless given). `path` starts with `/` and has no query of its own. */
export function link(
  view: Pick<View, 'locale'>,
  path: string,
  params: Record<string, string | null> = {},
  locale = view.locale,
): string {
  const all = Object.entries({ ...params, lang: langParam(locale) });
  const query = all.filter((entry): entry is [string, string] => entry[1] !== null);
  return query.length === 0 ? path : `${path}?${new URLSearchParams(query)}`;
}

/** The host of a site's address, as people say it: `dagan.desa.id`. */
export function hostOf(url: string): string {
  return URL.parse(url)?.host ?? url;
}
