import type { UsualGoods } from '#contract';
import { UsualGoodsList } from '#contract';
import tables from './usual.json' with { type: 'json' };

/** By regency; the empty name is for every regency without goods of its own. */
const BY_REGENCY: ReadonlyMap<string, UsualGoods[]> = new Map(
  Object.entries(tables).map(([regency, goods]) => [plain(regency), UsualGoodsList.parse({ goods }).goods]),
);

/** What is usually sold in a regency. */
export function usualGoods(regency: string | null): UsualGoods[] {
  return BY_REGENCY.get(plain(regency ?? '')) ?? BY_REGENCY.get('') ?? [];
}

/** "Kabupaten Purbalingga" and "PURBALINGGA" are one regency. */
function plain(regency: string): string {
  return regency
    .toLowerCase()
    .replace(/^kab(upaten|\.)?\s+/, '')
    .trim();
}
