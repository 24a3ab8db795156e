import { type Degrees, readDegrees } from './degrees.ts';
import { mapLinkPlace } from './mapLink.ts';
import { INDONESIA, roundDegrees, type VillagePlace } from './villageProfile.ts';

/**
 * What a person's text says of a place. `maybe` is the place that is asked about where the two numbers stand the other
 * way round, or the minus of the south is missing: it is never taken by itself.
 */
export type ReadPlace =
  | { place: VillagePlace | null }
  | { problem: PlaceProblem; maybe?: VillagePlace; why?: 'swapped' | 'minus' };
export type PlaceProblem = 'place_malformed' | 'place_outside' | 'place_rough' | 'place_short_link' | 'place_link';

const LONGEST = 2000;

/**
 * "lat, lng" with a decimal point or comma, degrees as maps show them, or the long address of a map. An empty text is no
 * place (null).
 */
export function readPlace(typed: string): ReadPlace {
  const text = plain(typed.slice(0, LONGEST));
  if (text === '') return { place: null };
  const linked = mapLinkPlace(text);
  if (linked === 'short') return { problem: 'place_short_link' };
  if (linked === 'none') return { problem: 'place_link' };
  const found = linked ?? readDegrees(text);
  if (found === 'rough') return { problem: 'place_rough' };
  return found === null ? { problem: 'place_malformed' } : inIndonesia(found);
}

function inIndonesia({ lat, lng, isSaid = false }: Degrees): ReadPlace {
  const place = placeAt(lat, lng);
  if (place !== null) return { place };
  const swapped = isSaid ? null : placeAt(lng, lat);
  if (swapped !== null) return { problem: 'place_outside', maybe: swapped, why: 'swapped' };
  const minus = isSaid ? null : (placeAt(-lat, lng) ?? placeAt(-lng, lat));
  return minus === null ? { problem: 'place_outside' } : { problem: 'place_outside', maybe: minus, why: 'minus' };
}

/** Null for a place outside the box of Indonesia. */
function placeAt(lat: number, lng: number): VillagePlace | null {
  const isIn = (value: number, { min, max }: { min: number; max: number }) => value >= min && value <= max;
  const place = { lat: roundDegrees(lat), lng: roundDegrees(lng) };
  return isIn(place.lat, INDONESIA.lat) && isIn(place.lng, INDONESIA.lng) ? place : null;
}

/** One kind of each sign: minus, degrees, minutes, seconds, blank; without brackets and the words people put in front. */
function plain(text: string): string {
  return text
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[º˚]/g, '°')
    .replace(/[′’‘´`]/g, "'")
    .replace(/[″”“]|''/g, '"')
    .replace(/[\p{Cf}\p{Cc}\p{Z}]+/gu, ' ')
    .trim();
}
