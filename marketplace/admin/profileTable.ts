import papa from 'papaparse';
import { line, type VillagePlace, VillageProfilePatch } from '#contract';
import { holdsPhone } from '#contract/phonesInText.ts';
import { readPlace } from '#contract/readPlace.ts';

/** What a column of an operator's table says, by the names that its head may have. */
const COLUMNS = {
  code: ['kode', 'kode desa', 'kode_desa', 'code'],
  slug: ['desa', 'slug', 'alamat', 'village'],
  district: ['kecamatan', 'district'],
  regency: ['kabupaten', 'kota', 'kabupaten/kota', 'regency'],
  lat: ['lat', 'latitude', 'lintang'],
  lng: ['lng', 'lon', 'long', 'longitude', 'bujur'],
  head: ['kepala', 'kepala desa', 'kepala_desa', 'kades', 'head'],
  hours: ['jam', 'jam kantor', 'jam_kantor', 'hours'],
  about: ['tentang', 'kalimat', 'keterangan', 'about'],
} as const satisfies Record<string, readonly string[]>;
type Column = keyof typeof COLUMNS;

/** More villages than any regency has. */
export const ROWS_MAX = 10_000;

/** What one row says of its village; absent is an empty cell, which says nothing. */
export interface TableRow {
  /** As a spreadsheet counts: the head is line 1. */
  line: number;
  code: string | null;
  slug: string | null;
  said: { district?: string; regency?: string; head?: string; hours?: string; about?: string; place?: VillagePlace };
  /** Columns whose cell cannot be taken; then nothing of the row is. */
  wrong: Column[];
}

export interface ProfileTable {
  rows: TableRow[];
  /** Heads that name no column of ours. */
  unknown: string[];
  /** False without a column that says which village a row is of, or with more rows than are read. */
  isUsable: boolean;
}

const Place = line('district', { min: 1, max: 80 });
const CHECKS = {
  district: Place,
  regency: Place,
  head: VillageProfilePatch.shape.head,
  hours: VillageProfilePatch.shape.hours,
  about: VillageProfilePatch.shape.about,
} as const;

/** Reads a table with a head, whatever separates its cells. */
export function readProfileTable(text: string): ProfileTable {
  const table = text.replace(/^\ufeff/, '');
  const [head = [], ...lines] = papa.parse<string[]>(table, { delimiter: separatorOf(table) }).data;
  const columns = head.map(columnOf);
  const rows = lines.flatMap((cells, at) =>
    cells.every((cell) => cell.trim() === '') ? [] : [rowOf(cells, columns, at + 2)],
  );
  const isUsable = (columns.includes('code') || columns.includes('slug')) && rows.length <= ROWS_MAX;
  return { rows, unknown: head.filter((name, at) => columns[at] === null && name.trim() !== ''), isUsable };
}

/** What stands most often between the heads; the library's own guess needs more lines than a small table has. */
function separatorOf(table: string): string {
  const head = table.slice(0, table.search(/[\r\n]|$/));
  const [most] = [',', ';', '\t'].sort((one, other) => head.split(other).length - head.split(one).length);
  return most ?? ',';
}

function columnOf(head: string): Column | null {
  const name = head.trim().toLowerCase();
  const found = Object.entries(COLUMNS).find(([, names]) => (names as readonly string[]).includes(name));
  return (found?.[0] as Column | undefined) ?? null;
}

function rowOf(cells: string[], columns: (Column | null)[], line: number): TableRow {
  const cell = (column: Column) => cells[columns.indexOf(column)]?.trim() || null;
  const row: TableRow = {
    line,
    code: cell('code')?.replace(/\D/g, '') ?? null,
    slug: cell('slug'),
    said: {},
    wrong: [],
  };
  for (const [name, schema] of Object.entries(CHECKS) as [keyof typeof CHECKS, typeof Place][]) {
    const typed = cell(name);
    if (typed === null) continue;
    const read = schema.safeParse(typed);
    if (read.success && !holdsPhone(read.data)) row.said[name] = read.data;
    else row.wrong.push(name);
  }
  const [lat, lng] = [cell('lat'), cell('lng')];
  if (lat === null && lng === null) return row;
  const read = readPlace(`${lat ?? ''} ; ${lng ?? ''}`.replaceAll(',', '.'));
  if ('place' in read && read.place !== null) row.said.place = read.place;
  else row.wrong.push('lat', 'lng');
  return row;
}
