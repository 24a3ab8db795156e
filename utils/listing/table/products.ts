import { readQuick, unitOfCell, unitValues } from '#utils/listing/line/index.ts';
import { pasted } from '#utils/listing/pasted.ts';
import { readPack } from '#utils/listing/unit.ts';
import type { DraftForm } from '#utils/model/draft.ts';
import type { Column } from './columns.ts';

/** One row of a table as a product: what goes into the form, and the picture that the row names. */
export interface TableProduct {
  fields: Partial<DraftForm>;
  photo: string | null;
}

/** The products of a table's rows; a row without a name is none. Cells of columns without a meaning go nowhere. */
export function productsOf(rows: readonly (readonly string[])[], columns: readonly Column[]): TableProduct[] {
  return rows.flatMap((row) => {
    const cells = new Map<Column, string>();
    for (const [at, column] of columns.entries()) {
      const cell = pasted(row[at] ?? '').trim();
      if (cell !== '' && column !== 'none') cells.set(column, cell);
    }
    return cells.has('name') ? [{ fields: fieldsOf(cells), photo: cells.get('photo') ?? null }] : [];
  });
}

function fieldsOf(cells: ReadonlyMap<Column, string>): Partial<DraftForm> {
  const name = cells.get('name') ?? '';
  // "Gula semut 250 gr" says its contents in its name, where no column of their own says them.
  const inName = readQuick(name).fields;
  const fields: Partial<DraftForm> = { name: inName.name ?? name };
  if (inName.category !== undefined) fields.category = inName.category;
  const packIn = cells.has('pack') || inName.packAmount === undefined ? null : inName;
  if (packIn !== null) Object.assign(fields, pick(packIn, ['unit', 'unitWord', 'packAmount', 'packMeasure']));
  const price = cells.get('price');
  // A spreadsheet's own number: 25000 or 25000.5.
  if (price !== undefined)
    Object.assign(
      fields,
      { price },
      pick(readQuick(`harga ${price}`).fields, ['unit', 'unitWord', 'packAmount', 'packMeasure', 'price']),
    );
  const unit = cells.get('unit');
  if (unit !== undefined) Object.assign(fields, { unit: '' }, unitValues(unitOfCell(unit)));
  const pack = cells.get('pack');
  const size = pack === undefined ? null : readPack(pack, 'gram');
  if (size !== null)
    Object.assign(fields, { packAmount: String(size.amount).replace('.', ','), packMeasure: size.measure });
  const category = cells.get('category');
  const known = category === undefined ? undefined : readQuick(`kategori: ${category}`).fields.category;
  if (known !== undefined) fields.category = known;
  for (const field of ['stock', 'description', 'producerName', 'producerPhone', 'terms'] as const) {
    const cell = cells.get(field);
    if (cell !== undefined) fields[field] = cell;
  }
  // What a cell says and no field takes stays as words.
  const words = [
    fields.description,
    pack !== undefined && size === null ? pack : null,
    unit !== undefined && fields.unit === '' ? unit : null,
    category !== undefined && known === undefined ? category : null,
  ];
  const description = words.filter((text) => typeof text === 'string' && text !== '').join('\n');
  return description === '' ? fields : { ...fields, description };
}

function pick<T extends object, K extends keyof T>(from: T, keys: readonly K[]): Partial<Pick<T, K>> {
  return Object.fromEntries(keys.filter((key) => from[key] !== undefined).map((key) => [key, from[key]])) as Partial<
    Pick<T, K>
  >;
}

/**
 * Whether a pasted text is a table's cells: two rows or more, most of them with the same number of tabs (or of `|` or
 * `;`).
 */
export function separatorOf(text: string): '\t' | '|' | ';' | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length < 2) return null;
  for (const separator of ['\t', '|', ';'] as const) {
    const counts = lines.map((line) => line.split(separator).length - 1);
    const usual = counts.sort((one, other) => one - other)[Math.floor(counts.length / 2)] ?? 0;
    if (usual >= 1 && counts.filter((count) => count === usual).length >= lines.length * 0.7) return separator;
  }
  return null;
}
