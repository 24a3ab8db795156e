import type { PermitKind } from '#contract/permits.ts';
import type { Sort } from '#marketplace/listings/service.ts';
import { wordsOf } from '#marketplace/search/words.ts';
import type { Ask } from './ask.ts';
import { priceWords } from './priceWords.ts';

const word = (text: string) => new RegExp(`(?<![\\p{L}\\d])(?:${text})(?![\\p{L}\\d])`, 'iu');

const PERMITS: readonly (readonly [PermitKind, RegExp])[] = (
  [
    ['pirt', 'p-?irt|spp-?irt'],
    ['bpom', 'bpom'],
    ['halal', 'halal'],
    ['nib', 'nib'],
  ] as const
).map(([kind, name]) => [
  kind,
  word(
    `(?:(?:yang |sudah |ada |punya |with |wonten )?(?:izin|ijin|idin|ber-?izin|(?:ber)?sertifikat|(?:ber)?label|certified )? ?)(?:${name})(?: certified| certificate)?`,
  ),
]);
const CHEAP = word(
  '(?:yang |paling |ingkang )*(?:termurah|murah(?: meriah| sekali| banget)?|murmer|cheap|cheapest)|paling mirah|paling murah',
);
const DEAR = word('(?:yang )?(?:termahal|paling mahal)|paling awis|most expensive');
const NEW = word('(?:yang )?(?:terbaru|paling baru)|paling enggal|newest');
const NEAR = word(
  'terdekat|paling dekat|(?:dekat|deket|sekitar) (?:saya|aku|kita|kami|sini|rumah|rumah saya|lokasi saya)|cedhak(?: kene)?|celak(?: mriki)?|near me|nearby|nearest|(?:dekat|deket|sekitar|near)(?= \\p{L})',
);

const without = (text: string, pattern: RegExp) => text.replace(pattern, ' ').replace(/\s+/g, ' ').trim();

/** What somebody asks for whose words also say a price or an order; null where they say neither. */
export function withoutPriceWords(ask: Ask): Ask | null {
  const price = priceWords(ask.query);
  const text = price?.rest ?? ask.query;
  const order = (
    [
      ['cheapest', CHEAP],
      ['dearest', DEAR],
      ['newest', NEW],
    ] as [Sort, RegExp][]
  ).find(([, pattern]) => pattern.test(text));
  if (price === null && order === undefined) return null;
  return {
    ...ask,
    query: order ? without(text, order[1]) : text,
    priceMin: price ? price.min : ask.priceMin,
    priceMax: price ? price.max : ask.priceMax,
    // An order that was chosen stays.
    sort: order && ask.sort === 'best' ? order[0] : ask.sort,
  };
}

/** The same for a permit ("kopi halal"): it may also be a word of a good's name, which only the goods can tell. */
export function withoutPermitWord(ask: Ask): (Ask & { permit: PermitKind }) | null {
  const found = PERMITS.find(([, pattern]) => pattern.test(ask.query));
  if (!found) return null;
  const [permit, pattern] = found;
  return { ...ask, query: without(ask.query, pattern), permit };
}

/** Some name says the permit's word itself ("Gula semut halal"). */
export function isInName(permit: PermitKind, names: readonly string[]): boolean {
  return names.some((name) => wordsOf(name).includes(permit));
}

/** Somebody asks for what is near, which no list can tell. */
export const saysNear = (query: string): boolean => NEAR.test(query);
