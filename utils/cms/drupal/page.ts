import type { CmsPage, Page } from '../types.ts';

const GENERATOR = 'meta[name="generator" i]';
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
    siteName: siteNameIn(document.title),
    openPost: EDITING.exec(path)?.[1] ?? null,
  };
}

/** "Page | Site": core's form of every title but a front page's own. */
function siteNameIn(title: string): string | null {
  const parts = title.split(' | ');
  return parts.length > 1 ? parts[parts.length - 1]?.trim() || null : null;
}
