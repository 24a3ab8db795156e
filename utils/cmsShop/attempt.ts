import { AppError } from '#utils/appError.ts';
import type { ShopSynced } from '#utils/cms/shop.ts';
import { CmsError, type CmsErrorCode } from '#utils/cms/types.ts';
import type { CmsShopEntry, CmsShopReason } from '#utils/model/shop.ts';
import { TabLostError } from '#utils/outbox/deps.ts';
import { inFlightUntil } from '#utils/outbox/inFlight.ts';
import type { CmsShopDeps } from './deps.ts';
import { CMS_SHOP_STORES, isOwed, type ShopListing, shopListings } from './owed.ts';

const REASONS: Record<CmsErrorCode, CmsShopReason> = {
  signed_out: 'signed_out',
  no_permission: 'no_permission',
  markup_changed: 'markup_changed',
  refused: 'refused',
  field_required: 'refused',
  not_read_back: 'refused',
  edited_by_hand: 'refused',
  open_in_editor: 'refused',
  image_refused: 'refused',
  network: 'network',
  site_down: 'site_down',
  password_due: 'password_due',
  form_changed: 'form_changed',
  look_first: 'look_first',
  not_shown: 'not_shown',
  not_reached: 'not_reached',
  shop_broken: 'shop_broken',
};

/** What is wrong with one product, and not with the site. */
const OWN: ReadonlySet<CmsShopReason> = new Set(['refused', 'look_first', 'not_reached', 'shop_broken', 'not_shown']);

/**
 * Brings one listing into the CMS shop of its site. Answers `stop` when the site's other listings would fare alike.
 * Whatever goes wrong is written down, never thrown.
 */
export async function attempt(deps: CmsShopDeps, { listing, siteUrl, shop }: ShopListing): Promise<'next' | 'stop'> {
  const { id } = listing;
  const recipe = shop === 'table' ? await deps.recipe(siteUrl) : null;
  const tabId = shop === 'table' ? (await deps.tabs.anyOf(siteUrl))[0] : (await deps.tabs.of(siteUrl))[0]?.tabId;
  if (tabId === undefined || (shop === 'table' && recipe === null)) return 'stop';
  let before: CmsShopEntry['writing'] = null;
  try {
    const writer = await deps.tabs.prepare(tabId);
    const owed = await begin(deps, id, writer);
    if (owed === null) return 'next';
    before = owed.before;
    const item = await deps.toItem(owed.listing);
    const sent = { ...item, known: owed.entry?.ref ?? null, ...(before !== null && { mayStand: true }) };
    const shelved = await deps.tabs.syncShop(tabId, sent, recipe ?? undefined);
    await updateEntry(deps, owed, (entry) => ended(entry, owed, shelved, deps.clock().now));
    return shelved?.state === 'lacks' && shelved.what !== 'producer' ? 'stop' : 'next';
  } catch (error) {
    // No answer came, so it is not known whether the product was written; the next visit will see.
    if (error instanceof TabLostError) return 'stop';
    if (!(error instanceof CmsError || error instanceof AppError)) console.error(error);
    const reason = error instanceof CmsError ? REASONS[error.code] : 'network';
    const detail = error instanceof CmsError ? error.what : null;
    const isUnwritten = error instanceof CmsError && !error.mayHaveWritten;
    await fail(deps, { listing, siteUrl }, { reason, detail }, isUnwritten ? before : undefined);
    return OWN.has(reason) ? 'next' : 'stop';
  }
}

/**
 * Marks that a write of the newest revision begins. Answers null when nothing is owed any more, or when an earlier
 * write may still be in flight.
 */
function begin(
  deps: CmsShopDeps,
  id: string,
  writer: string,
): Promise<(ShopListing & { before: CmsShopEntry['writing'] }) | null> {
  const { now } = deps.clock();
  return deps.db.change(CMS_SHOP_STORES, async (tx) => {
    const owed = (await shopListings(tx)).find(({ listing }) => listing.id === id);
    if (owed === undefined || !isOwed(owed)) return null;
    if (inFlightUntil(owed.entry?.writing ?? null, writer, now) !== null) return null;
    const entry = { ...(owed.entry ?? blank(owed.siteUrl)), writing: { writer, at: now } };
    await tx.setValue('shelf', { ...(await tx.value('shelf')), [id]: entry });
    return { ...owed, entry, before: owed.entry?.writing ?? null };
  });
}

function ended(entry: CmsShopEntry, { listing }: ShopListing, shelved: ShopSynced | null, at: number): CmsShopEntry {
  const { rev, producer } = listing.input;
  const settled = { ...entry, rev, left: null, wait: null, writing: null };
  if (shelved === null) return settled;
  if (shelved.state === 'on' || shelved.state === 'off') return { ...settled, ref: shelved.ref };
  if (shelved.state === 'left') return { ...settled, left: shelved.why };
  const detail = shelved.what === 'producer' ? producer.name : null;
  const ref = shelved.ref ?? entry.ref;
  return { ...entry, ref, wait: { reason: `lacks_${shelved.what}`, detail, rev, at }, writing: null };
}

function fail(
  deps: CmsShopDeps,
  about: Pick<ShopListing, 'listing' | 'siteUrl'>,
  { reason, detail }: { reason: CmsShopReason; detail: string | null },
  writing?: CmsShopEntry['writing'],
): Promise<void> {
  const wait = { reason, detail: detail?.slice(0, 300) ?? null, rev: about.listing.input.rev, at: deps.clock().now };
  // `writing` stays: the shop may have saved what it answered with an error, and a withdrawn product is looked for there.
  // Where nothing was sent for certain, it is as it was before.
  return updateEntry(deps, about, (entry) => ({ ...entry, wait, ...(writing !== undefined && { writing }) }));
}

async function updateEntry(
  deps: CmsShopDeps,
  { listing: { id }, siteUrl }: Pick<ShopListing, 'listing' | 'siteUrl'>,
  change: (entry: CmsShopEntry) => CmsShopEntry,
): Promise<void> {
  await deps.db.change(['values'], async (tx) => {
    const shelf = (await tx.value('shelf')) ?? {};
    await tx.setValue('shelf', { ...shelf, [id]: change(shelf[id] ?? blank(siteUrl)) });
  });
  deps.broadcast('listings', id);
}

function blank(siteUrl: string): CmsShopEntry {
  return { siteUrl, rev: 0, ref: null, left: null, wait: null, writing: null };
}
