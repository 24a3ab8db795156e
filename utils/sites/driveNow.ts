import { browser } from 'wxt/browser';
import { AppError } from '#utils/appError.ts';
import { atSite } from '#utils/cms/learned/sitePath.ts';
import type { Db } from '#utils/db/db.ts';
import { retry } from '#utils/outbox/actions.ts';
import type { Clock } from '#utils/outbox/transition.ts';
import { recipeOf } from '#utils/recipes/book.ts';
import { drivenTabOf, keepDrivenTab } from './drivenTabs.ts';

/** Presses that have not opened their tab yet. */
const opening = new Map<string, Promise<void>>();

/**
 * The person's "write now". A second press that comes before the first one's tab is known, as in a double click, is the
 * same press.
 */
export function driveNow(db: Db, id: string, clock: Clock): Promise<void> {
  const going = opening.get(id) ?? drive(db, id, clock).finally(() => opening.delete(id));
  opening.set(id, going);
  return going;
}

/**
 * Opens the site's form in a new tab, the only one in which it is filled in, and sets the listing going. A later press
 * shows the tab in which it is going on. Throws `linkback_not_awaited` where nothing is owed so.
 */
async function drive(db: Db, id: string, clock: Clock): Promise<void> {
  const { row, listing } = await db.read(['outbox', 'listings'], async (tx) => ({
    row: await tx.get('outbox', id),
    listing: await tx.get('listings', id),
  }));
  const recipe = await recipeOf(db, listing?.input.siteUrl ?? '');
  const isOwed = row?.kind === 'listing' && row.owed[0] === 'linkback' && listing?.input.state !== 'withdrawn';
  if (!isOwed || recipe?.create.way !== 'driven') throw new AppError('linkback_not_awaited');
  // While the row waits, nothing is going on in any tab.
  const going = row.reason === null ? await drivenTabOf(id) : null;
  const shown = going && (await browser.tabs.update(going.tabId, { active: true }).catch(() => null));
  if (shown) return;
  const { href: url } = atSite(recipe.create.page, recipe.siteUrl);
  const { id: tabId } = await browser.tabs.create({ url, active: true });
  if (tabId === undefined) throw new AppError('internal');
  await keepDrivenTab(id, { listingId: id, siteUrl: recipe.siteUrl, tabId, state: 'open', at: clock.now });
  await retry(db, id, false, clock);
}
