import type { DriverContext, SiteIdentity } from '#utils/cms/types.ts';

/** The person's name in the bar on top: Drupal 8 and newer, Drupal 7, Backdrop. */
const USER =
  '#toolbar-item-user, #toolbar-user .account strong, #admin-bar-account .account, .admin-bar-account .account';

/** The site's name and the person's; Drupal knows nothing of village codes. */
export async function identity({ page, document }: DriverContext): Promise<SiteIdentity> {
  return {
    siteUrl: page.siteUrl,
    name: page.siteName,
    user: document.querySelector(USER)?.textContent?.trim() || null,
    code: null,
    district: null,
    regency: null,
  };
}
