import { readPhone } from '#contract/phone.ts';
import { readPrice } from '#contract/price.ts';
import { readQuick } from '#utils/listing/line/index.ts';
import { isMeasured, unitOf } from '#utils/listing/line/words.ts';
import { readPack } from '#utils/listing/unit.ts';
import type { Ask, Line } from './shape.ts';

/** What of a line was read otherwise than its writer says: `field: ours instead of theirs`, one a fault. */
export function faultsOf(said: Line): string[] {
  const { fields, asks, guessed } = readQuick(said.line);
  const price = readPrice(fields.price ?? '');
  const asked = new Set(asks.map(({ field }): Ask | 'name' => ASKED[field] ?? 'rest'));
  const expectedAsks = new Set(said.asks ?? []);
  const ours = {
    name: fields.name ?? '',
    price: price.kind === 'price' ? price.rupiah : null,
    candidates: asks
      .filter(({ field }) => field === 'price')
      .flatMap(({ choices }) => choices.map((choice) => readPrice(choice.price ?? '')))
      .flatMap((one) => (one.kind === 'price' ? [one.rupiah] : []))
      .sort((one, other) => one - other),
    unit: guessed.includes('unit') || fields.unit === undefined ? null : fields.unit,
    pack: packText(fields.packAmount === undefined ? null : readPack(fields.packAmount, fields.packMeasure ?? '')),
    stock: fields.stock === undefined ? undefined : Number(fields.stock),
    producer: fields.producerName,
    phone: fields.producerPhone === undefined ? undefined : (readPhone(fields.producerPhone) ?? fields.producerPhone),
  };
  const theirs = {
    name: said.name,
    price: said.price,
    candidates: said.candidates ?? [],
    // "paket" for a pack of pieces follows from the pack: the reading guesses it, which is as good.
    unit: said.unit === null || (said.unit === 'paket' && guessed.includes('unit')) ? null : nearest(said.unit),
    pack: expectedPack(said),
    stock: said.stock,
    producer: said.producer,
    phone: said.phone,
  };
  const faults: string[] = [];
  for (const key of Object.keys(theirs) as (keyof typeof theirs)[])
    if (JSON.stringify(ours[key]) !== JSON.stringify(theirs[key]))
      faults.push(`${key}: ${JSON.stringify(ours[key])} instead of ${JSON.stringify(theirs[key])}`);
  for (const ask of ['price', 'stock', 'phone', 'rest'] as const)
    if (asked.has(ask) !== expectedAsks.has(ask) && !(ask === 'price' && theirs.candidates.length === 0))
      faults.push(`${ask} is ${asked.has(ask) ? '' : 'not '}asked`);
  return faults;
}

/** Today's unit for a seller's word; hours and loads are sold as a whole. */
function nearest(word: string): string {
  const unit = unitOf(word);
  if (unit === null) return 'biji';
  return isMeasured(unit) ? 'paket' : unit.unit;
}

const ASKED: Record<string, Ask> = {
  price: 'price',
  stock: 'stock',
  packAmount: 'pack',
  producerPhone: 'phone',
  aside: 'rest',
};

function packText(pack: { amount: number; measure: string } | null): string | undefined {
  if (pack === null) return undefined;
  const [amount, measure] =
    pack.measure === 'kg'
      ? [pack.amount * 1000, 'gram']
      : pack.measure === 'liter'
        ? [pack.amount * 1000, 'ml']
        : [pack.amount, pack.measure];
  return `${Math.round(amount * 1000) / 1000} ${measure}`;
}

/** "10 x 250 g" is 2500 g; things of any word are pieces; a length is none of the contract's measures. */
function expectedPack({ pack, unit }: Line): string | undefined {
  if (pack === undefined) return undefined;
  const [, times, one] = /^(?:(\d+) x )?(.+)$/.exec(pack) ?? [];
  const read = readPack((one ?? '').replace('.', ','), '') ?? readPack(`${Number.parseFloat(one ?? '')} biji`, '');
  if (read === null || /\b(?:m|cm)$/.test(pack)) return undefined;
  // A whole kilogram with no other unit is sold by the kilogram.
  if (unit === null && read.amount === 1 && (read.measure === 'kg' || read.measure === 'liter')) return undefined;
  return packText({ amount: read.amount * Number(times ?? 1), measure: read.measure });
}
