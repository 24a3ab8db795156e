import { siteOf } from '#contract';
import type { Deps } from '#marketplace/deps.ts';
import { errorFields } from '#marketplace/log.ts';
import { LinkError, type LinkReason } from './failure.ts';
import { type FetchedPage, fetchPage, type PageRules } from './fetchPage.ts';
import { leadsTo } from './leadsTo.ts';
import { scanPage } from './scan.ts';
import { within } from './within.ts';

export type LinkResult = { state: 'verified' } | { state: 'broken'; reason: LinkReason };

export interface LinkToCheck {
  id: string;
  /** The page on the village's site. */
  url: string;
  /** The village's sites, from our own records. */
  sites: string[];
}

/** The longest that one look takes, whatever happens: fetching (10 s) and reading. */
const LOOK_MS = 20_000;

/**
 * Checks the village's page for our link. Always answers, never throws, and never takes longer than `LOOK_MS`. A page
 * that could not be read is told by its reason: it says nothing of the link (`meaningOf`).
 */
export async function checkLink(
  { config, log }: Pick<Deps, 'config' | 'log'>,
  link: LinkToCheck,
  rules: Partial<PageRules> = {},
): Promise<LinkResult> {
  const signal = AbortSignal.timeout(LOOK_MS);
  try {
    const page = await fetchPage(link.url, { ...siteRules(config, link.sites), signal, ...rules });
    if (!isPage(page)) throw new LinkError('not_a_page');
    let isFound = false;
    const leads = leadsTo({ page: page.url, baseUrl: config.baseUrl, id: link.id, sites: link.sites });
    const onLink = (href: string) => {
      isFound ||= leads(href);
      return isFound;
    };
    await within(signal, scanPage({ html: page.html, signal, onLink }));
    if (isFound) return { state: 'verified' };
    throw new LinkError(page.isWhole ? 'link_missing' : 'too_large');
  } catch (error) {
    if (error instanceof LinkError) return { state: 'broken', reason: error.reason };
    if (!signal.aborted) log('error', 'linkcheck', errorFields(error));
    return { state: 'broken', reason: signal.aborted ? 'timeout' : 'unreachable' };
  }
}

/** How any page of these sites is asked for: nowhere else, and under our name. */
export function siteRules(config: Deps['config'], sites: string[]): PageRules {
  return {
    isOurs: (address) => siteOf(address, sites) !== null,
    userAgent: `Dodolan link check (+${config.baseUrl})`,
    ...(config.allowPrivateHosts && { allowed: () => true }),
  };
}

/** A page is HTML with something in it; a picture, a download or nothing at all shows no reader a link. */
export function isPage({ html, contentType }: FetchedPage): boolean {
  return html.trim() !== '' && /^\s*(?:$|text\/html|application\/xhtml\+xml)/i.test(contentType);
}
