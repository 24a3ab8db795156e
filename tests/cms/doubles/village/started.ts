import { startVillageSite, type VillageSite } from '#tests/cms/doubles/village.ts';
import { atEnd } from '#tests/support/lifetime.ts';
import type { VillageOptions } from './axes.ts';
import type { ProductOptions } from './products/options.ts';
import type { Article } from './state.ts';

/** A village site that ends with the test. */
export async function started(
  traits: Partial<VillageOptions> = {},
  products: Partial<ProductOptions> | null = null,
): Promise<VillageSite> {
  const site = await startVillageSite(traits, products);
  atEnd(() => site.stop());
  return site;
}

/** Articles that were not there from the start. */
export const added = (site: VillageSite): Article[] => site.articles().slice(3);
