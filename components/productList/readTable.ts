import { pasted } from '#utils/listing/pasted.ts';

/** Why a file is no table that can be read. Its code is the word's: `table_<code>`. */
export class TableError extends Error {
  constructor(readonly code: 'too_large' | 'old_excel' | 'unreadable' | 'empty') {
    super(code);
  }
}

/** Bytes of a file that a village's list never has, and of its contents unpacked. */
const FILE_MAX = 5_000_000;
const UNPACKED_MAX = 60_000_000;
/** Rows and columns that are kept; a list has far fewer. */
const ROWS_MAX = 2_000;
const COLUMNS_MAX = 40;

/** The cells of a pasted table. */
export async function cellsOfText(text: string, separator: string): Promise<string[][]> {
  const { default: papa } = await import('papaparse');
  const { data } = papa.parse<string[]>(text, { delimiter: separator, skipEmptyLines: 'greedy' });
  return tidy(data);
}

/** The first sheet of a spreadsheet's file (CSV or XLSX) as texts. A formula is its value. Throws TableError. */
export async function cellsOfFile(file: Blob): Promise<string[][]> {
  if (file.size > FILE_MAX) throw new TableError('too_large');
  const head = new Uint8Array(await file.slice(0, 8).arrayBuffer());
  if (head[0] === 0xd0 && head[1] === 0xcf) throw new TableError('old_excel');
  const isZip = head[0] === 0x50 && head[1] === 0x4b;
  const cells = isZip ? await cellsOfExcel(file) : await cellsOfCsv(file);
  if (cells.length === 0) throw new TableError('empty');
  return cells;
}

async function cellsOfExcel(file: Blob): Promise<string[][]> {
  const [{ unzip }, { readSheet }] = await Promise.all([import('unzipit'), import('read-excel-file/universal')]);
  try {
    const { entries } = await unzip(file);
    const size = Object.values(entries).reduce((sum, entry) => sum + entry.size, 0);
    if (size > UNPACKED_MAX) throw new TableError('too_large');
    const rows = await readSheet(file);
    return tidy(rows.map((row) => row.map(textOf)));
  } catch (error) {
    throw error instanceof TableError ? error : new TableError('unreadable');
  }
}

async function cellsOfCsv(file: Blob): Promise<string[][]> {
  const bytes = await file.arrayBuffer();
  const text = decoded(bytes);
  // A picture or a program is no text: these letters do not occur in one.
  if (text.includes('\u0000')) throw new TableError('unreadable');
  const { default: papa } = await import('papaparse');
  const { data } = papa.parse<string[]>(text, { skipEmptyLines: 'greedy' });
  return tidy(data);
}

/** Excel writes CSV in the Windows letters where it is not told otherwise. */
function decoded(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return String(cell);
}

/** Without empty rows and columns at the edges that nobody sees. */
function tidy(rows: readonly (readonly string[])[]): string[][] {
  const kept = rows
    .slice(0, ROWS_MAX)
    .map((row) => row.slice(0, COLUMNS_MAX).map((cell) => pasted(cell).trim()))
    .filter((row) => row.some((cell) => cell !== ''));
  const width = Math.max(0, ...kept.map((row) => row.findLastIndex((cell) => cell !== '') + 1));
  return kept.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? ''));
}
