import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { cellsOfFile, cellsOfText, TableError } from '#components/productList/readTable.ts';

/** A spreadsheet as Excel writes it: a formula with its value, a merged cell, a number, a shared text. */
function excel(rows: string): Blob {
  const files = {
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Harga" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData><mergeCells count="1"><mergeCell ref="C1:C2"/></mergeCells></worksheet>`,
  };
  return new Blob([
    zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))) as BlobPart,
  ]);
}
const text = (at: string, value: string) => `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;

describe('a table’s file', () => {
  it('is read with the value of a formula, and a merged cell stands once', async () => {
    const file = excel(
      `<row r="1">${text('A1', 'Gula')}<c r="B1"><v>25000</v></c>${text('C1', 'Bu Siti')}</row>` +
        `<row r="2">${text('A2', 'Madu')}<c r="B2"><f>B1*2</f><v>50000</v></c></row>`,
    );
    expect(await cellsOfFile(file)).toEqual([
      ['Gula', '25000', 'Bu Siti'],
      ['Madu', '50000', ''],
    ]);
  });

  it('of text is read with quotes, in Excel’s own letters too', async () => {
    const windows = new Blob([
      new Uint8Array([...strToU8('Nama;Harga\n"Jahe ; merah";"25.000"\nKafe'), 0xe9, ...strToU8(';10rb')]) as BlobPart,
    ]);
    expect(await cellsOfFile(windows)).toEqual([
      ['Nama', 'Harga'],
      ['Jahe ; merah', '25.000'],
      ['Kafeé', '10rb'],
    ]);
  });

  it.each([
    ['old_excel', new Blob([new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]) as BlobPart])],
    ['unreadable', new Blob([zipSync({ 'a.txt': strToU8('x') }) as BlobPart])],
    ['unreadable', new Blob([new Uint8Array([0xff, 0xd8, 0xff, 0, 0, 0]) as BlobPart])],
    ['too_large', new Blob([new Uint8Array(5_000_001) as BlobPart])],
    ['too_large', new Blob([zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(61_000_000) }) as BlobPart])],
    ['empty', new Blob(['\n\n'])],
  ])('that is none is told as %s', async (code, file) => {
    const error = await cellsOfFile(file).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(TableError);
    expect((error as TableError).code).toBe(code);
  });
});

it('cells of a pasted table may hold line ends', async () => {
  expect(await cellsOfText('Gula\t"manis\nalami"\t25rb\nMadu\t\t90rb', '\t')).toEqual([
    ['Gula', 'manis\nalami', '25rb'],
    ['Madu', '', '90rb'],
  ]);
});
