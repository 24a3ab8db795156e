/** Two numbers as they were written; `isSaid` when letters (LS, BT, N, E) say which is which. */
export interface Degrees {
  lat: number;
  lng: number;
  isSaid?: boolean;
}

const WORDS = /\b(?:latitude|longitude|lintang|bujur|koordinat|lat|long|lon|lng)\b\s*[:=]?/gi;

/** Null for what is no pair of coordinates; 'rough' when neither number says more than a tenth of a degree. */
export function readDegrees(text: string): Degrees | 'rough' | null {
  const bare = text
    .replace(WORDS, ' ')
    .replace(/[()[\]]/g, ' ')
    .trim();
  return bare.includes('°') || /[a-z]/i.test(bare) ? withSigns(bare) : withoutSigns(bare);
}

const NUMBER = String.raw`\d{1,3}(?:[.,]\d+)?`;
const ONE = String.raw`([-+]?)\s*(${NUMBER})\s*(?:°|(?=\s*[a-z]))\s*(?:(${NUMBER})\s*')?\s*(?:(${NUMBER})\s*")?\s*(LS|LU|BT|BB|[NSEWUTB])?`;
const PAIR = new RegExp(`^${ONE}\\s*[,;/]?\\s*${ONE}\\s*$`, 'i');
const SOUTH_OR_WEST = /^(?:LS|S|W|B|BB)$/i;
const OF_LAT = /^(?:LS|LU|N|S|U)$/i;
const OF_LNG = /^(?:BT|BB|E|W|T|B)$/i;

/** Degrees, minutes and seconds, or decimal degrees with letters. */
function withSigns(text: string): Degrees | null {
  const parts = PAIR.exec(text);
  if (parts === null) return null;
  const first = angle(parts.slice(1, 6));
  const second = angle(parts.slice(6, 11));
  if (first === null || second === null) return null;
  const [one = '', two = ''] = [parts[5], parts[10]];
  if (OF_LAT.test(one) && OF_LNG.test(two)) return { lat: first, lng: second, isSaid: true };
  if (OF_LNG.test(one) && OF_LAT.test(two)) return { lat: second, lng: first, isSaid: true };
  return one === '' && two === '' ? { lat: first, lng: second } : null;
}

function angle([sign, degrees = '', minutes = '0', seconds = '0', letter = '']: (string | undefined)[]): number | null {
  const [d, m, s] = [degrees, minutes, seconds].map((part) => Number(part.replace(',', '.')));
  if (d === undefined || m === undefined || s === undefined || m >= 60 || s >= 60) return null;
  const size = d + m / 60 + s / 3600;
  return sign === '-' || SOUTH_OR_WEST.test(letter) ? -size : size;
}

const POINTS = /^([-+]?\d{1,3}(?:\.\d+)?)(?:\s*[,;/]\s*|\s+)([-+]?\d{1,3}(?:\.\d+)?)$/;
const COMMAS = /^([-+]?\d{1,3},\d+)(?:\s*;\s*|,\s*|\s*\/\s*|\s+)([-+]?\d{1,3},\d+)$/;
const ROUGH_DECIMALS = 1;

function withoutSigns(text: string): Degrees | 'rough' | null {
  const parts = COMMAS.exec(text) ?? POINTS.exec(text);
  if (parts === null) return null;
  const [one, two] = parts.slice(1).map((part) => part.replace(',', '.'));
  if (one === undefined || two === undefined) return null;
  const decimals = (number: string) => number.split('.')[1]?.length ?? 0;
  // "-7,109" may be one number or two: whatever it is, it is not exact enough to find a village by.
  if (Math.max(decimals(one), decimals(two)) <= ROUGH_DECIMALS) return 'rough';
  return { lat: Number(one), lng: Number(two) };
}
