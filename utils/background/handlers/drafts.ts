import { AppError } from '#utils/appError.ts';
import type { Background } from '#utils/background/context.ts';
import { notifyChanged } from '#utils/background/notifyChanged.ts';
import type { Db } from '#utils/db/db.ts';
import { rememberDefaults } from '#utils/drafts/defaults.ts';
import { discardDraft, duplicateDraft, saveDraft } from '#utils/drafts/drafts.ts';
import { restore } from '#utils/drafts/followMaker.ts';
import { allListed } from '#utils/drafts/lists.ts';
import { isApart, siteOfTab } from '#utils/drafts/openPanel.ts';
import { priceHint } from '#utils/drafts/priceHint.ts';
import { publish, revise } from '#utils/drafts/publish.ts';
import { twinOf } from '#utils/drafts/twin.ts';
import { listViews } from '#utils/drafts/views.ts';
import { villageOf } from '#utils/drafts/village.ts';
import { hasUnchecked, sayStillThere } from '#utils/listings/checked.ts';
import { fetchPhoto } from '#utils/listings/sync.ts';
import type { Input, Output } from '#utils/messages.ts';
import type { Draft } from '#utils/model/draft.ts';
import { toBase64 } from '#utils/photos/base64.ts';
import { keepPhoto, photoDataUrl, sendPhoto } from '#utils/photos/store.ts';
import { DONE, type From, type HandlersOf } from '#utils/runtime/handlers.ts';
import { keepAlive } from '#utils/runtime/keepAlive.ts';
import { getConnection } from '#utils/villages/villages.ts';

/**
 * Checks the site that a draft names: a draft stays with the site it was begun on, and a new one is of the site of its
 * panel's tab, because a page may not claim another one's village. Throws `bad_message`.
 */
async function checkSite(db: Db, { id, siteUrl }: Draft, from: From, now: number): Promise<void> {
  const isKnown = await db.read(['drafts', 'listings'], async (tx) => {
    const kept = [(await tx.get('drafts', id))?.siteUrl, (await tx.get('listings', id))?.input.siteUrl];
    return kept.includes(siteUrl);
  });
  if (isKnown || siteUrl === null) return;
  // Outside a page of a CMS the person says which of the known sites it is.
  if (isApart(from) && (await db.read(['sites'], (tx) => tx.get('sites', siteUrl))) !== undefined) return;
  if ((await siteOfTab(db, from, now))?.url !== siteUrl) throw new AppError('bad_message');
}

export function draftHandlers(background: Background) {
  const { db, clock, broadcast } = background;

  const publishNow = async (draft: Input<'listing/publish'>, from: From) => {
    await checkSite(db, draft, from, clock().now);
    const published = await publish(db, draft, clock());
    broadcast('drafts', draft.id);
    if (published.issues.length === 0) {
      await rememberDefaults(db, draft.form, await villageOf(db, draft.id));
      broadcast('makers');
      notifyChanged(background, draft.id);
    }
    return published;
  };

  /** Sends a photo while the person is still typing, so that it is there by the time of "Terbitkan". */
  const sendEarly = async (hash: string, draftId: string) => {
    // Nothing of a list leaves the device before it is published: it may come from a chat.
    if (await db.read(['values'], async (tx) => (await allListed(tx)).has(draftId))) return;
    const marketplace = await background.marketplace(await villageOf(db, draftId));
    // What fails here is sent by the outbox.
    if (marketplace !== null) await keepAlive(sendPhoto(db, marketplace, hash)).catch(() => undefined);
  };

  return {
    async 'draft/save'({ over, ...draft }, from) {
      await checkSite(db, draft, from, clock().now);
      const saved = await saveDraft(db, draft, clock().now, over);
      broadcast('listings', draft.id);
      return saved;
    },
    async 'draft/discard'({ id }) {
      await discardDraft(db, id);
      broadcast('drafts', id);
      broadcast('listings', id);
      background.drain();
      return DONE;
    },
    'draft/twin': ({ id, hashes }) => twinOf(db, id, hashes),
    'draft/duplicate': ({ id }) => duplicateDraft(db, id, clock().now),
    async 'photo/keep'({ draftId, photo, base64 }) {
      await keepPhoto(db, photo, base64, clock().now);
      void sendEarly(photo.hash, draftId);
      return DONE;
    },
    async 'photo/read'({ hash }, { page }) {
      // The popup's list wants little pictures at once. For one that is not here it has the marketplace's own address.
      const thumbnail = page === 'popup' && (await db.read(['thumbnails'], (tx) => tx.get('thumbnails', hash)));
      if (thumbnail) return { dataUrl: thumbnail.dataUrl };
      const kept = await photoDataUrl(db, hash);
      if (kept !== null) return { dataUrl: kept };
      if (page === 'popup') return null;
      const listings = await db.read(['listings'], (tx) => tx.all('listings'));
      const village = listings.find(({ input }) => input.photos.includes(hash))?.village ?? null;
      const connection = await getConnection(db, village);
      const photo = connection && (await fetchPhoto(background.fetch, connection.marketplaceUrl, hash, 640));
      return photo && { dataUrl: `data:${photo.type};base64,${toBase64(photo.bytes)}` };
    },
    'price/hint': (asked) => priceHint(db, background.fetch, asked),
    'listing/publish': publishNow,
    async 'list/publish'({ drafts }, from) {
      const failed: Output<'list/publish'>['failed'] = [];
      for (const draft of drafts) {
        const { issues } = await publishNow(draft, from);
        if (issues.length > 0) failed.push({ id: draft.id, issues });
      }
      return { failed };
    },
    'listing/list': () => listViews(db),
    async 'listing/availability'({ id, availability, stock }) {
      const known = await db.read(['listings'], (tx) => tx.get('listings', id));
      // The person says "there is some again" of a stock that was counted down to nothing: it is not counted any more.
      const counted = stock === undefined && availability !== 'habis' && known?.input.stock === 0 ? null : stock;
      await revise(db, id, { availability, ...(counted !== undefined && { stock: counted }) }, clock());
      return notifyChanged(background, id);
    },
    'listing/unchecked': async () => ({ any: await hasUnchecked(db, clock().now) }),
    async 'listing/stillThere'({ ids }) {
      await sayStillThere(db, ids, clock().now);
      broadcast('listings');
      background.drain();
      return DONE;
    },
    async 'listing/withdraw'({ id }) {
      await revise(db, id, { state: 'withdrawn' }, clock());
      return notifyChanged(background, id);
    },
    async 'listing/restore'({ id }) {
      await restore(db, id, clock());
      return notifyChanged(background, id);
    },
    async 'listing/producer'({ id }) {
      const listing = await db.read(['listings'], (tx) => tx.get('listings', id));
      if (listing === undefined) return null;
      const { name, phone } = listing.input.producer;
      return { name, phone };
    },
  } satisfies HandlersOf<
    | 'draft/save'
    | 'draft/discard'
    | 'draft/duplicate'
    | 'draft/twin'
    | 'photo/keep'
    | 'photo/read'
    | 'price/hint'
    | 'listing/publish'
    | 'list/publish'
    | 'listing/list'
    | 'listing/availability'
    | 'listing/unchecked'
    | 'listing/stillThere'
    | 'listing/withdraw'
    | 'listing/restore'
    | 'listing/producer'
  >;
}
