import type { VillageKey } from '#utils/model/site.ts';
import { useVillageLabel } from './villages.ts';

/** The village of a row; shown only where this device has more than one village. */
export function VillageTag({ village }: { village: VillageKey | null }) {
  const label = useVillageLabel(village);
  return label === null ? null : <span class="village-tag">{label}</span>;
}
