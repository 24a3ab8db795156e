import Papa from 'papaparse';
import { safeCell } from './cells.ts';

/** A table that is downloaded: texts and whole numbers; null is a cell of which nothing is known. */
export interface Table {
  columns: string[];
  rows: (string | number | null)[][];
}

const cell = (value: string | number | null) => (typeof value === 'string' ? safeCell(value) : value);

/**
 * The table as CSV. Semicolons part the cells, because an Indonesian Excel, whose comma is the decimal mark, opens such a file by a
 * double click; and a byte order mark says that it is UTF-8.
 */
export function csvOf({ columns, rows }: Table): string {
  const lines = Papa.unparse([columns.map(cell), ...rows.map((row) => row.map(cell))], {
    delimiter: ';',
    newline: '\r\n',
    // Whoever opens it with another mark between cells still finds each text in one.
    quotes: (value) => typeof value === 'string',
  });
  return `\uFEFF${lines}\r\n`;
}

/** The table as an .xlsx file. */
export async function xlsxOf({ columns, rows }: Table): Promise<Uint8Array<ArrayBuffer>> {
  const { default: writeExcelFile } = await import('write-excel-file/node');
  const heading = columns.map((name) => ({ value: safeCell(name), type: String, fontWeight: 'bold' as const }));
  const body = rows.map((row) =>
    row.map((value) => {
      if (value === null) return null;
      return typeof value === 'number' ? { value, type: Number } : { value: safeCell(value), type: String };
    }),
  );
  const file = await writeExcelFile([heading, ...body], { stickyRowsCount: 1 });
  return new Uint8Array(await file.toBuffer());
}
