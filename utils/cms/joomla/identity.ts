import type { DriverContext, SiteIdentity } from '#utils/cms/types.ts';

/** The person's own entry in the user menu: Joomla 3, then 4 and later ("Hi, Name!" in some languages). */
const USER = '.nav-user .dropdown-menu strong, .header-profile .dropdown-header';

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
