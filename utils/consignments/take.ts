import { CONSENT_BY_FORM, UNITS } from '#contract';
import { number } from '#contract/format.ts';
import { phoneText } from '#contract/phone.ts';
import { AppError } from '#utils/appError.ts';
import type { Db, Tx } from '#utils/db/db.ts';
import { defaultsFor } from '#utils/drafts/defaults.ts';
import { categoryOf } from '#utils/listing/category.ts';
import { emptyForm } from '#utils/listing/emptyForm.ts';
import { unitOfCell, unitValues } from '#utils/listing/line/index.ts';
import { findMaker } from '#utils/makers/book.ts';
import { consentOf } from '#utils/makers/names.ts';
import { newMaker, sayMaker } from '#utils/makers/remember.ts';
import type { KeptConsignment } from '#utils/model/consignment.ts';
import type { Draft, DraftForm } from '#utils/model/draft.ts';
import type { Settings, VillageKey } from '#utils/model/site.ts';
import { siteOwner } from '#utils/villages/ownership.ts';
import { isConnected } from '#utils/villages/villages.ts';
import { keepConsignments, waitingFor } from './consignments.ts';

const TAKE_STORES = ['values', 'villages', 'makers', 'drafts', 'listings', 'photos', 'sites'] as const;

/**
 * Makes a draft of one: its form is filled, its photos are in it, and its maker stands in the address book with her own yes.
 * The draft's id is the consignment's, so two devices that take it at once write one product. The marketplace hears of it as
 * soon as it can be reached. Throws `consignment_gone`, `photo_unknown` while a photo is not on this device.
 */
export function takeConsignment(db: Db, id: string, now: number): Promise<void> {
  return db.change(TAKE_STORES, async (tx) => {
    const found = await waitingFor(tx, id);
    const consignment = found?.kept.waiting.find((one) => one.id === id);
    if (found === null || consignment === undefined) throw new AppError('consignment_gone');
    const { village, kept } = found;
    const siteUrl = await siteFor(tx, village);
    const form = formOf(consignment, await defaultsFor(tx, siteUrl));
    const photos: Draft['photos'] = [];
    for (const { hash } of consignment.photos) {
      const stored = await tx.get('photos', hash);
      if (stored === undefined) throw new AppError('photo_unknown');
      photos.push(stored.photo);
    }
    await rememberConsent(tx, village, consignment, now);
    await tx.put('drafts', { id, siteUrl, form, photos, baseRev: 0, prefilled: null, issues: [], updatedAt: now });
    const owed = [...kept.owed, { consignment, outcome: 'taken' as const, at: now }];
    await keepConsignments(tx, village, { ...kept, owed, waiting: kept.waiting.filter((one) => one.id !== id) });
  });
}

/** What she said, in the form that the official checks. The unit is asked for where she has not said it. */
function formOf(
  { name, price, unit, unitWord, description, maker }: KeptConsignment,
  defaults: Settings['defaults'],
): DraftForm {
  return {
    ...emptyForm(defaults),
    name,
    price: number(price),
    unit: UNITS.find((one) => one === unit) ?? '',
    ...unitValues(unitWord ? unitOfCell(unitWord) : null),
    description,
    category: categoryOf(name) ?? defaults.category,
    producerName: maker.name,
    producerPhone: phoneText(maker.phone),
  };
}

/**
 * Her yes, on the day she said it. One that stands already keeps its day. A withdrawal is not undone by a form that anybody can
 * fill with her name: then she is asked, as any maker who has withdrawn.
 */
async function rememberConsent(tx: Tx, village: VillageKey, { maker, sentAt }: KeptConsignment, now: number) {
  const known = await findMaker(tx, village, maker);
  if (known !== undefined && consentOf(known) !== 'unasked') return;
  const consent = { consentAt: sentAt, consentDevice: CONSENT_BY_FORM };
  await sayMaker(tx, known ?? (await newMaker(tx, village, maker, now)), consent, now);
}

/** The site that this device last saw of the village. Where it saw none, a site is named only to tell villages apart. */
async function siteFor(tx: Tx, village: VillageKey): Promise<string | null> {
  const villages = await tx.all('villages');
  const choices = (await tx.value('choices')) ?? {};
  const own = (await tx.all('sites')).filter(({ url }) => siteOwner(villages, choices, url).key === village);
  const [last] = own.sort((a, b) => b.seenAt - a.seenAt);
  if (last !== undefined) return last.url;
  if (villages.filter(isConnected).length < 2) return null;
  return (await tx.get('villages', village))?.public.village.sites[0] ?? null;
}
