import type { CmsPage, Page } from '#utils/cms/types.ts';

const GENERATOR = 'meta[name="generator" i]';
const NAME = '#site-name, .site-name, .site-branding__name';
/** The edit form's own path; aliases do not reach it. Drupal 7 draws it over the page and says so behind the `#`. */
const EDITING = /(?:^|[/=])node\/(\d+)\/edit\b/;

/** The fields that Drupal of every age and Backdrop have alike. `basePath` ends in `/`. */
export function pageOf(
  cms: 'drupal' | 'backdrop',
  { document, location }: Page,
  basePath: string,
  path = location.pathname + location.search + location.hash,
): CmsPage {
  const generator = document.querySelector(GENERATOR)?.getAttribute('content') ?? '';
  return {
    cms,
    siteUrl: location.origin + basePath.replace(/\/(?:index\.php\/)?$/, ''),
    version: /^(?:Drupal|Backdrop CMS) (\d[\d.]*)/.exec(generator)?.[1] ?? null,
    siteName: siteNameIn(document),
    openPost: EDITING.exec(path)?.[1] ?? null,
  };
}

/**
 * The site's name where themes write it; else the end of "Page | Site", core's form of all titles but the front page's.
 */
function siteNameIn(document: Document): string | null {
  const shown = document.querySelector(NAME)?.textContent?.trim();
  const parts = document.title.split(' | ');
  return shown || (parts.length > 1 && parts[parts.length - 1]?.trim()) || null;
}
