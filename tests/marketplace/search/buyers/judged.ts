import { KINDS } from './kinds/index.ts';
import { SETS } from './sets.ts';
import { VILLAGES } from './villages.ts';

/** Which goods are right. A good must meet every member that is set. */
export interface Wanted {
  /** Undefined: of any kind. */
  kinds?: ReadonlySet<string>;
  /** A village, kecamatan or kabupaten. */
  place?: string;
  producer?: string;
  /** A word that the name must hold. */
  word?: string;
}

export interface JudgedQuery {
  query: string;
  /** 'none': the market has no such thing, so nothing may be shown as if it were the answer. */
  wanted: Wanted | 'none';
  /** Kinds that share a word with the query and must not come first; said for the reader, as no wanted kind is among them. */
  notFirst?: ReadonlySet<string>;
  why?: string;
}

/** `$buah` is a named set, `kopi*` every kind that begins so, `#batik` a whole category, anything else one kind. */
function readKinds(text: string): Set<string> {
  const found = text.split(', ').flatMap((part) => {
    if (part.startsWith('$')) return readSet(part.slice(1));
    if (part.startsWith('#')) return KINDS.filter((one) => one.category === part.slice(1)).map((one) => one.kind);
    if (part.endsWith('*')) return KINDS.filter((one) => one.kind.startsWith(part.slice(0, -1))).map((one) => one.kind);
    return KINDS.filter((one) => one.kind === part).map((one) => one.kind);
  });
  if (found.length === 0 || text.split(', ').length > found.length) throw new Error(`no such kind in: ${text}`);
  return new Set(found);
}

function readSet(name: string): string[] {
  const set = SETS[name];
  if (set === undefined) throw new Error(`no such set: ${name}`);
  return [...readKinds(set)];
}

function readPlace(place: string): string {
  const known = VILLAGES.some(({ name, kecamatan, kabupaten }) => [name, kecamatan, kabupaten].includes(place));
  if (!known) throw new Error(`no such place: ${place}`);
  return place;
}

function readLine(line: string): JudgedQuery {
  const [query = '', answer = ''] = line.split(' => ');
  const [kinds = '', ...rest] = answer.split(/ (@|by|~|!|\/\/) /);
  const said = new Map(Array.from({ length: rest.length / 2 }, (_, at) => [rest[at * 2], rest[at * 2 + 1] ?? '']));
  const [place, producer, word, not, why] = ['@', 'by', '~', '!', '//'].map((sign) => said.get(sign));
  const wanted: Wanted = {
    ...(kinds !== '*' && kinds !== 'none' && { kinds: readKinds(kinds) }),
    ...(place !== undefined && { place: readPlace(place) }),
    ...(producer !== undefined && { producer }),
    ...(word !== undefined && { word }),
  };
  return {
    query,
    wanted: kinds === 'none' ? 'none' : wanted,
    ...(not !== undefined && { notFirst: readKinds(not) }),
    ...(why !== undefined && { why }),
  };
}

/**
 * Reads judged queries, one a line: `query => kinds @ place by producer ~ word ! kinds not first // why`. All behind the
 * kinds may be left out, in this order; `*` is any kind and `none` says that the market has no such thing.
 */
export function readQueries(lines: string): JudgedQuery[] {
  return lines.trim().split('\n').map(readLine);
}
