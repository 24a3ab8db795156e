import { type Degrees, readDegrees } from './degrees.ts';

/** Addresses that say nothing by themselves: only the map's own server knows where they lead. */
const SHORT = /^(?:maps\.app\.goo\.gl|goo\.gl|g\.page|share\.google|osm\.org|g\.co)$/;
/** Two decimal numbers with a point, as an address holds them. */
const TWO = /^\s*(?:loc:|geo:)?(-?\d{1,3}\.\d+)\s*,\s*\+?\s*(-?\d{1,3}\.\d+)/;
/** Members of a query that hold a point, the most exact first. */
const MEMBERS = ['query', 'q', 'destination', 'daddr', 'll', 'center', 'sll', 'cp'];

/**
 * The point in the address of a map; 'short' for an address that must be opened first, 'none' for one without a point,
 * null for what is no address.
 */
export function mapLinkPlace(text: string): Degrees | 'short' | 'none' | null {
  if (/^geo:/i.test(text)) return pair(text.slice('geo:'.length)) ?? 'none';
  const address = /^[a-z][a-z.-]*\.[a-z]{2,}\//i.test(text) ? `https://${text}` : text;
  if (!/^https?:\/\//i.test(address)) return null;
  const url = URL.parse(address.replaceAll(' ', '+'));
  if (url === null) return 'none';
  return (
    pinned(decoded(url.pathname + url.search)) ??
    ofMembers(url) ??
    ofFragment(url.hash) ??
    ofPath(decoded(url.pathname)) ??
    (SHORT.test(url.hostname) ? 'short' : 'none')
  );
}

/** `!3d-7.30!4d109.36` is the place that was chosen; `@` is only the middle of what was on the screen. */
function pinned(text: string): Degrees | null {
  const found = [...text.matchAll(/!3d(-?\d{1,3}\.\d+)!4d(-?\d{1,3}\.\d+)/g)].at(-1);
  return found ? { lat: Number(found[1]), lng: Number(found[2]) } : null;
}

function ofMembers({ searchParams }: URL): Degrees | null {
  const marked = pair(`${searchParams.get('mlat') ?? ''},${searchParams.get('mlon') ?? ''}`);
  if (marked !== null) return marked;
  for (const name of MEMBERS) {
    const found = pair((searchParams.get(name) ?? '').replace('~', ','));
    if (found !== null) return found;
  }
  return null;
}

/** OpenStreetMap: `#map=15/-7.30/109.36`. */
function ofFragment(hash: string): Degrees | null {
  const found = /map=[\d.]+\/(-?\d{1,3}\.\d+)\/(-?\d{1,3}\.\d+)/.exec(hash);
  return found ? { lat: Number(found[1]), lng: Number(found[2]) } : null;
}

/** `/maps/place/7°18'18.4"S+109°21'43.9"E/@…`, `/maps/search/-7.30,+109.36`, `/maps/@-7.30,109.36,15z`. */
function ofPath(path: string): Degrees | null {
  const parts = path.split('/').map((part) => part.replaceAll('+', ' ').trim());
  for (const part of parts) {
    const found = part.includes('°') ? readDegrees(part.replace(/''/g, '"')) : part.startsWith('@') ? null : pair(part);
    if (found !== null && found !== 'rough') return found;
  }
  const middle = parts.find((part) => part.startsWith('@'));
  return middle === undefined ? null : pair(middle.slice(1));
}

function pair(text: string): Degrees | null {
  const found = TWO.exec(text);
  return found ? { lat: Number(found[1]), lng: Number(found[2]) } : null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
