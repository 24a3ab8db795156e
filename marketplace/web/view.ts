import type { Locale } from '#contract';
import { WORDS, type Words } from './words/index.ts';

/** What every page knows of the request it answers. Plain data, so that a page is a pure function. */
export interface View {
  locale: Locale;
  words: Words;
  /** Public address without a trailing slash. */
  baseUrl: string;
  now: Date;
}

/** Indonesian unless English is asked for by `?lang=en`: no cookie, and a shared link shows everybody the same page. */
export function makeView(request: { url: string }, baseUrl: string, now: Date): View {
  const locale: Locale = new URL(request.url, baseUrl).searchParams.get('lang') === 'en' ? 'en' : 'id';
  return { locale, words: WORDS[locale], baseUrl, now };
}

/** A link inside the site in `locale` (the page's own unless given). `path` starts with `/` and has no query of its own. */
export function link(
  view: Pick<View, 'locale'>,
  path: string,
  params: Record<string, string | null> = {},
  locale = view.locale,
): string {
  const query = Object.entries(params).filter((entry): entry is [string, string] => entry[1] !== null);
  if (locale === 'en') query.push(['lang', 'en']);
  return query.length === 0 ? path : `${path}?${new URLSearchParams(query)}`;
}

/** `dagan.desa.id` of a site's address, as people say it. */
export function hostOf(url: string): string {
  return URL.parse(url)?.host ?? url;
}
