import { phoneText } from '#contract/phone.ts';
import type { Db, Tx } from '#utils/db/db.ts';
import { isSameMaker, makerIn } from '#utils/makers/names.ts';
import type { DraftForm } from '#utils/model/draft.ts';
import type { MakerNames } from '#utils/model/maker.ts';
import type { Settings, VillageKey } from '#utils/model/site.ts';
import { readSettings } from '#utils/settings.ts';
import { siteOwnerOf } from '#utils/villages/ownership.ts';

type Defaults = Settings['defaults'];

/**
 * What a new product of this site starts with. Each village remembers its own: a producer's name and number must not
 * slip into another village's product. `tx` must hold the `values` and `villages` stores.
 */
export async function defaultsFor(tx: Tx, siteUrl: string | null): Promise<Defaults> {
  const { defaults } = await readSettings(tx);
  if ((await tx.all('villages')).length < 2) return defaults;
  const { key } = await siteOwnerOf(tx, siteUrl);
  const own = key === null ? undefined : (await tx.value('villageDefaults'))?.[key];
  return own ?? withoutProducer(defaults);
}

/**
 * Remembers this product's producer, terms, ways to hand over and pay, and unit for the next one, if the person wants that. Its category is not: it is
 * guessed from each product's own name, and a wrong one that nobody chose would go out unseen.
 */
export function rememberDefaults(db: Db, form: DraftForm, village: VillageKey | null = null): Promise<void> {
  return db.change(['values', 'villages'], async (tx) => {
    const settings = await readSettings(tx);
    if (!settings.rememberDefaults) return;
    const { producerName, producerPhone, terms, exchange } = form;
    // A seller's own word is that product's: what stands in its place says nothing of the next one.
    const unit = form.unitWord === undefined ? form.unit : '';
    const { category } =
      village === null ? settings.defaults : ((await tx.value('villageDefaults'))?.[village] ?? settings.defaults);
    const defaults = { producerName, producerPhone, terms, exchange, category, unit };
    if ((await tx.all('villages')).length < 2) await tx.setValue('settings', { ...settings, defaults });
    else if (village !== null) await keepFor(tx, village, defaults);
  });
}

/** Called before a second village is added: what was remembered so far belongs to the first one. */
export async function keepFirstDefaults(tx: Tx, coming: VillageKey): Promise<void> {
  const [first, second] = await tx.all('villages');
  if (first === undefined || second !== undefined || first.key === coming) return;
  await keepFor(tx, first.key, (await readSettings(tx)).defaults);
}

/**
 * Called after a village was taken off the device: forgets what its products started with. A village that stays alone
 * goes on from its own. `tx` must hold the `values` and `villages` stores.
 */
export async function forgetDefaults(tx: Tx, gone: VillageKey): Promise<void> {
  const { [gone]: _, ...kept } = (await tx.value('villageDefaults')) ?? {};
  const [only, second] = await tx.all('villages');
  if (second !== undefined) return tx.setValue('villageDefaults', kept);
  const settings = await readSettings(tx);
  const own = only === undefined ? undefined : kept[only.key];
  await tx.setValue('settings', { ...settings, defaults: own ?? withoutProducer(settings.defaults) });
  await tx.setValue('villageDefaults', {});
}

/**
 * A maker got another name or number (or, null, is not to be named any more): so do new products, which would start with the
 * old one. `tx` must hold the `values` store.
 */
export async function renameInDefaults(tx: Tx, village: VillageKey | null, from: MakerNames, to: MakerNames | null) {
  const renamed = (defaults: Defaults): Defaults => {
    const named = makerIn(defaults);
    if (named === null || !isSameMaker(named, from)) return defaults;
    return { ...defaults, producerName: to?.name ?? '', producerPhone: to === null ? '' : phoneText(to.phone) };
  };
  const settings = await readSettings(tx);
  const defaults = renamed(settings.defaults);
  if (defaults !== settings.defaults) await tx.setValue('settings', { ...settings, defaults });
  const own = village === null ? undefined : (await tx.value('villageDefaults'))?.[village];
  if (village !== null && own !== undefined) await keepFor(tx, village, renamed(own));
}

function withoutProducer(defaults: Defaults): Defaults {
  return { ...defaults, producerName: '', producerPhone: '' };
}

async function keepFor(tx: Tx, village: VillageKey, defaults: Defaults): Promise<void> {
  await tx.setValue('villageDefaults', { ...(await tx.value('villageDefaults')), [village]: defaults });
}
