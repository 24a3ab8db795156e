import type { AVAILABILITIES } from '#contract/choices.ts';
import { FIXED } from './fixed.ts';
import { type Category, KINDS, type Kind, type Unit } from './kinds/index.ts';
import { GROUPS, PEOPLE } from './producers.ts';
import { type Seeded, seeded } from './seeded.ts';
import { VILLAGES } from './villages.ts';

export interface Good {
  /** What it is; the judge's word, which the search never sees. */
  kind: string;
  /** Its place in VILLAGES. */
  village: number;
  name: string;
  description: string;
  category: Category;
  /** Whole rupiah. */
  price: number;
  unit: Unit;
  producerName: string;
  flagship: boolean;
  availability: (typeof AVAILABILITIES)[number];
}

/** How many goods a market of this suite has at least. */
export const MARKET_SIZE = 2000;

const OPENINGS = [
  'Buatan warga desa.',
  'Asli desa kami.',
  'Harga bisa nego.',
  'Siap kirim.',
  'Produk unggulan kelompok kami.',
  '',
];
const CLOSINGS = [
  'Bisa COD.',
  'Ambil di balai desa.',
  'Pesan lewat WA desa.',
  'Minimal beli dua, ada harga grosir.',
  '',
];
const QUALITIES = ['asli', 'super', 'murah', 'pilihan', 'istimewa', 'berkualitas', 'khas desa'];
const SIZES: Partial<Record<Unit, string[]>> = {
  bungkus: ['100 g', '200 gr', '250 g', '500gr'],
  botol: ['250 ml', '500ml', '1 liter', '350 ml'],
  kg: ['1 kg', '1kg', '5 kg', '500 g'],
  paket: ['isi 5', 'isi 10', 'lengkap'],
};
const PACKED = new Set<Category>(['makanan', 'minuman', 'rempah']);
const STOCK = ['ada', 'ada', 'ada', 'ada', 'terbatas', 'habis', 'pesan', 'musiman'] as const;

/** Officials write a name as they like: with the maker, a praise or a size, and now and then in capitals or in none. */
function writeName(base: string, kind: Kind, producer: string, { chance, pick }: Seeded): string {
  const parts = [base];
  if (chance() < 0.2) parts.push(pick(QUALITIES));
  if (chance() < 0.18) parts.push(producer);
  if (chance() < 0.3 && PACKED.has(kind.category)) parts.push(pick(SIZES[kind.unit] ?? ['']));
  const name = parts.filter(Boolean).join(' ');
  const look = chance();
  if (look < 0.1) return name.toUpperCase();
  return look < 0.18 ? name.toLowerCase() : name;
}

function fill(kind: Kind, index: number, from: Seeded, set: Partial<Good> = {}): Good {
  const { chance, pick } = from;
  const producerName = set.producerName ?? pick(chance() < 0.7 ? PEOPLE : GROUPS);
  const village = set.village ?? Math.floor(chance() * VILLAGES.length);
  const [low, high] = kind.price;
  const step = high < 10 ? 100 : 500;
  return {
    kind: kind.kind,
    village,
    name: set.name ?? writeName(kind.names[index % kind.names.length] ?? kind.kind, kind, producerName, from),
    description: [pick(OPENINGS), kind.note, pick(CLOSINGS)].filter(Boolean).join(' '),
    category: kind.category,
    price: Math.round(((low + chance() * (high - low)) * 1000) / step) * step,
    unit: kind.unit,
    producerName,
    flagship: set.flagship ?? chance() < 0.03,
    availability: pick(STOCK),
  };
}

function readFixed(line: string, from: Seeded): Good {
  const [kindName, place, name = '', producerName = '', star] = line.split('|').map((part) => part.trim());
  const kind = KINDS.find((one) => one.kind === kindName);
  const village = VILLAGES.findIndex((one) => one.name === place);
  if (kind === undefined || village < 0) throw new Error(`a bad line: ${line}`);
  return fill(kind, 0, from, { village, name, producerName, flagship: star === '*' });
}

function makeMarket(): Good[] {
  const from = seeded(20_261_128);
  const fixed = FIXED.trim().split('\n');
  const total = KINDS.reduce((sum, kind) => sum + kind.count, 0);
  const share = (MARKET_SIZE - fixed.length) / total;
  const goods = KINDS.flatMap((kind) =>
    Array.from({ length: Math.ceil(kind.count * share) }, (_, index) => fill(kind, index, from)),
  );
  return [...goods, ...fixed.map((line) => readFixed(line, from))];
}

/** The market that every query of this suite is asked of: the same goods in the same order at every run. */
export const GOODS: readonly Good[] = makeMarket();
