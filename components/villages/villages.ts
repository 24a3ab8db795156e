import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { bare } from '#components/ui/bare.ts';
import type { KnownVillage, VillageKey } from '#utils/model/site.ts';

/** Every village known here, for the views below it. */
export const VillagesContext = createContext<readonly KnownVillage[]>([]);

export function useVillages(): readonly KnownVillage[] {
  return useContext(VillagesContext);
}

/** True for a connected village that is made up for practice. */
export function isPractice({ connection, state }: KnownVillage): boolean {
  return state === 'connected' && connection.village.practice !== undefined;
}

export function findVillage(villages: readonly KnownVillage[], key: VillageKey | null): KnownVillage | null {
  return villages.find((village) => village.key === key) ?? null;
}

/**
 * A village's name, followed by its marketplace when another village has the same name (a practice marketplace and the
 * real one).
 */
export function villageLabel({ connection }: KnownVillage, villages: readonly KnownVillage[]): string {
  const { village, marketplaceUrl } = connection;
  const isShared = villages.filter((other) => other.connection.village.name === village.name).length > 1;
  return isShared ? `${village.name} (${bare(marketplaceUrl)})` : village.name;
}

/** The label of a row's village; null when this device has only one village or does not know this one. */
export function useVillageLabel(key: VillageKey | null): string | null {
  const villages = useVillages();
  const own = findVillage(villages, key);
  return villages.length < 2 || own === null ? null : villageLabel(own, villages);
}
