import type { Locale } from '../contract/index.ts';
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
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(params)) if (value !== null) query.set(key, value);
  if (locale === 'en') query.set('lang', 'en');
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}

/** `dagan.desa.id` of a site's address, as people say it. */
export function hostOf(url: string): string {
  return URL.parse(url)?.host ?? url;
}
