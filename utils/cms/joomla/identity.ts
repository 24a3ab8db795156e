import type { DriverContext, SiteIdentity } from '#utils/cms/types.ts';
import { USER } from './lock.ts';

/** Joomla knows a site's name and who is signed in; of villages it knows nothing. */
export async function identity({ document, page }: DriverContext): Promise<SiteIdentity> {
  return {
    siteUrl: page.siteUrl,
    name: page.siteName,
    user: document.querySelector(USER)?.textContent?.trim().replace(/\s+/g, ' ') || null,
    code: null,
    district: null,
    regency: null,
  };
}
