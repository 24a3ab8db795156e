import type { VillagePatch } from '#contract';
import { withoutPhones } from '#contract/phonesInText.ts';
import type { Deps } from '#marketplace/deps.ts';
import type { Actor } from '#marketplace/http/actor.ts';
import { forgetPlaces } from '#marketplace/listings/places.ts';
import { refreshSearchText } from '#marketplace/listings/searchText.ts';
import { spokenColumns, writeProfile } from './profile.ts';

/**
 * Writes the fields that were sent; a new district also becomes a word that finds the village's listings. Throws
 * `invalid` for a telephone number in the profile, and `photo_unknown`.
 */
export async function patchVillage(deps: Deps, actor: Actor, patch: VillagePatch): Promise<void> {
  const { village } = actor;
  const changed = {
    // Both are public.
    district: withoutNumber(patch.district) ?? village.district,
    regency: withoutNumber(patch.regency) ?? village.regency,
    // The site is a real village's, but nothing is to find the made-up one by that village's number.
    code: actor.practice === null ? (patch.code ?? village.code) : null,
  };
  await deps.db.transaction().execute(async (trx) => {
    // Two devices of a village, or a device and the operator's table, come one after the other.
    await trx.updateTable('villages').set(changed).where('id', '=', actor.villageId).execute();
    const { columns, own } = await spokenColumns(trx, patch);
    if (own.length > 0) await writeProfile(trx, actor.villageId, columns, own);
    if (changed.district !== village.district || changed.regency !== village.regency)
      await refreshSearchText(trx, { ...village, ...changed });
  });
  forgetPlaces(deps);
}

/** A CMS's footer often holds the office's number beside the district; undefined when nothing else is left. */
function withoutNumber(text: string | undefined): string | undefined {
  return (text && withoutPhones(text)) || undefined;
}
