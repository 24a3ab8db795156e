import type { VillageKey } from '#utils/model/site.ts';
import { useVillageLabel } from './villages.ts';

/** Whose a row is, where more than one village is looked after here. */
export function VillageTag({ village }: { village: VillageKey | null }) {
  const label = useVillageLabel(village);
  return label === null ? null : <span class="village-tag">{label}</span>;
}
