import { countedWord } from './i18n/shared.ts';
import { type Counted, LOCALES, type PackSize, UNITS, type Unit } from './index.ts';

/** Words that sellers and buyers use for each unit, besides its own name: they mean that very unit. */
const SAME: Record<Unit, string> = {
  kg: 'kilo kilogram kgs kgr',
  ons: 'on',
  gram: 'gr g grm',
  liter: 'ltr lt l litre',
  biji: 'pcs pc pieces piece buah bh butir lembar lbr potong ekor unit batang btg bj',
  bungkus: 'bks bngks bgks pack packs pak kemasan pcks',
  botol: 'btl bottle',
  sak: 'zak karung krg sack',
  ikat: 'ikt iket unting bendel bunch',
  tandan: 'tdn',
  lusin: 'lsn dozen dosin',
  kodi: 'kd',
  gros: 'gross',
  rim: 'ream',
  paket: 'pkt set',
};
/** Words of other packages: the unit is the nearest that there is, and a "galon" is no bottle. */
const NEAREST: Partial<Record<Unit, string>> = {
  bungkus: 'pouch plastik sachet saset',
  botol: 'jerigen jrg galon',
  tandan: 'sisir',
  paket: 'dus kardus box kotak hampers toples',
};
/** What is said of any goods that are counted, whatever they are packed in. */
const ANY_PIECE = new Set('pcs pc pieces piece buah bh biji bj'.split(' '));
const PACKED: ReadonlySet<Unit> = new Set<Unit>(['bungkus', 'botol', 'sak', 'ikat', 'tandan', 'paket']);

const split = (words = ''): string[] => words.split(' ').filter(Boolean);
const UNIT_OF = new Map<string, Unit>(
  UNITS.flatMap((unit) =>
    [unit, ...split(SAME[unit]), ...split(NEAREST[unit])].map((word): [string, Unit] => [word, unit]),
  ),
);

/** Every word that means a unit, longest first: for a regular expression that must not stop at `g` in `gram`. */
export const UNIT_WORDS = [...UNIT_OF.keys()].sort((a, b) => b.length - a.length);

const plain = (word: string): string => word.trim().toLowerCase().replace(/\s+/g, ' ').replace(/\.$/, '');

/** The unit that a word means (`bks` → bungkus), or null. */
export function readUnit(word: string): Unit | null {
  return UNIT_OF.get(plain(word)) ?? null;
}

/** How goods are counted, and what a pack of them holds where that is said. */
export type Goods = Counted & { packSize?: PackSize | null };

/**
 * Whether a word behind a number counts these goods as they are sold. "10 kg" of packs, "1 lusin" of pieces and "2 galon"
 * of bottles do not: nobody may take them for 10, 1 and 2.
 */
export function isUnitOf(word: string, of: Goods): boolean {
  const said = plain(word);
  if (of.unitWord) return said === plain(of.unitWord);
  const { unit } = of;
  if (said === unit || split(SAME[unit]).includes(said)) return true;
  if (LOCALES.some((locale) => [1, 2].some((count) => countedWord(count, unit, locale) === said))) return true;
  // A piece of what is sold in packs is a pack, unless pieces are what a pack may hold.
  const holdsPieces = !of.packSize || of.packSize.measure === 'biji';
  return PACKED.has(unit) && !holdsPieces && ANY_PIECE.has(said);
}
