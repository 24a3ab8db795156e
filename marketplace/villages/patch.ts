import type { VillagePatch } from '#contract';
import { withoutPhones } from '#contract/phonesInText.ts';
import type { Deps } from '#marketplace/deps.ts';
import type { Actor } from '#marketplace/http/actor.ts';
import { forgetPlaces } from '#marketplace/listings/places.ts';
import { refreshSearchText } from '#marketplace/listings/searchText.ts';

/** Writes the fields that were sent; a new district also becomes a word that finds the village's listings. */
export async function patchVillage(deps: Deps, actor: Actor, patch: VillagePatch): Promise<void> {
  const { village } = actor;
  const changed = {
    // Both are public.
    district: withoutNumber(patch.district) ?? village.district,
    regency: withoutNumber(patch.regency) ?? village.regency,
    code: patch.code ?? village.code,
  };
  await deps.db.transaction().execute(async (trx) => {
    await trx.updateTable('villages').set(changed).where('id', '=', actor.villageId).execute();
    if (changed.district !== village.district || changed.regency !== village.regency)
      await refreshSearchText(trx, { ...village, ...changed });
  });
  forgetPlaces(deps);
}

/** A CMS's footer often holds the office's number beside the district; undefined when nothing else is left. */
function withoutNumber(text: string | undefined): string | undefined {
  return (text && withoutPhones(text)) || undefined;
}
