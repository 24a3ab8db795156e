import type { Good } from './goods.ts';
import { CATEGORIES, type MarketCategory } from './kinds.ts';
import { VILLAGES } from './places.ts';

/** Which goods are right: all that is named here must hold of a good. */
export interface Right {
  /** Kinds; a star at the end stands for whatever follows. */
  readonly kinds?: readonly string[];
  readonly category?: MarketCategory;
  /** The village, the kecamatan or the kabupaten. */
  readonly place?: string;
  readonly producer?: string;
}

/** What a sensible person expects of a query. */
export interface Expectation {
  readonly query: string;
  readonly wanted: Right | 'none';
  /** Kinds that must never come first. */
  readonly notFirst: readonly string[];
  readonly why?: string;
}

/** What "buah" and "sayur" mean at the market. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  '+buah': [
    ...['pisang', 'nanas-madu', 'salak', 'durian', 'rambutan', 'jambu-biji', 'jambu-air', 'mangga', 'pepaya', 'nangka'],
    ...['alpukat', 'jeruk', 'stroberi', 'duku', 'manggis', 'semangka', 'kelapa-muda'],
  ],
  '+sayur': [
    ...['kentang', 'wortel', 'kubis', 'tomat', 'cabai-*', 'bawang-*', 'terong', 'bayam', 'kangkung', 'sawi', 'buncis'],
    ...['kacang-panjang', 'jamur-tiram', 'labu-siam', 'rebung', 'jengkol', 'petai', 'singkong', 'jagung'],
  ],
};

/** Whether a kind is the one that is meant. */
export function matchesKind(meant: string, kind: string): boolean {
  return meant.endsWith('*') ? kind.startsWith(meant.slice(0, -1)) : kind === meant;
}

/** Whether a good is one of those that are wanted. */
export function isRight(wanted: Right | 'none', good: Good): boolean {
  if (wanted === 'none') return false;
  const { kinds, category, place, producer } = wanted;
  if (kinds === undefined && category === undefined && place === undefined && producer === undefined) return false;
  const village = VILLAGES[good.village];
  return (
    (kinds === undefined || kinds.some((kind) => matchesKind(kind, good.kind))) &&
    (category === undefined || good.category === category) &&
    (place === undefined || [village?.name, village?.kecamatan, village?.kabupaten].includes(place)) &&
    (producer === undefined || good.producerName === producer)
  );
}

const unmarked = (token: string): string => token.slice(1).replaceAll('_', ' ');

function rightOf(tokens: readonly string[]): Right | 'none' {
  if (tokens.includes('none')) return 'none';
  const marked = (mark: string): string | undefined => {
    const token = tokens.find((one) => one.startsWith(mark));
    return token === undefined ? undefined : unmarked(token);
  };
  const kinds = tokens.flatMap((token) => GROUPS[token] ?? (/^[a-z]/u.test(token) ? [token] : []));
  const category = CATEGORIES.find((one) => one === marked('='));
  const place = marked('@');
  const producer = marked('#');
  return {
    ...(kinds.length > 0 && { kinds }),
    ...(category !== undefined && { category }),
    ...(place !== undefined && { place }),
    ...(producer !== undefined && { producer }),
  };
}

/**
 * Reads lines of `query | what is wanted | why`. What is wanted is said by kinds (`kopi-*` for all that begin so), `+buah`
 * for a group, `=batik` for a category, `@Tlahab_Lor` for a place, `#Bu_Siti` for a maker, `!nanas-madu` for what must not
 * come first, and `none`.
 */
export function expectations(...tables: readonly string[]): readonly Expectation[] {
  const lines = tables.flatMap((table) => table.split('\n')).filter((line) => line.trim() !== '');
  return lines.map((line) => {
    const [query = '', wanted = '', why] = line.split(' | ');
    const tokens = wanted.trim().split(' ');
    const notFirst = tokens.filter((token) => token.startsWith('!')).map(unmarked);
    return { query, wanted: rightOf(tokens), notFirst, ...(why !== undefined && { why }) };
  });
}
