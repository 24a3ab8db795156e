import * as z from 'zod/mini';
import { jsonIn } from '#utils/cms/json.ts';
import type { DriverContext, SiteIdentity } from '#utils/cms/types.ts';
import type { Rest } from './rest.ts';

const USER = '#wp-admin-bar-my-account .display-name';
const Root = z.object({ name: z.string() });

/** The site's name and the person's; WordPress knows nothing of village codes. REST is null where it is closed. */
export async function identityOf({ page, document, fetch }: DriverContext, rest: Rest | null): Promise<SiteIdentity> {
  const name = rest === null ? null : await nameOf(page.siteUrl, fetch);
  return {
    siteUrl: page.siteUrl,
    name: name ?? page.siteName,
    user: (await rest?.me)?.name ?? document.querySelector(USER)?.textContent?.trim() ?? null,
    code: null,
    district: null,
    regency: null,
  };
}

async function nameOf(siteUrl: string, fetch: typeof globalThis.fetch): Promise<string | null> {
  try {
    const root = Root.safeParse(jsonIn(await (await fetch(`${siteUrl}/index.php?rest_route=/&_fields=name`)).text()));
    const text = new DOMParser().parseFromString(root.data?.name ?? '', 'text/html').body.textContent?.trim();
    return text || null;
  } catch {
    // The caller takes the site's name from the page instead.
    return null;
  }
}
