import { type RecipeProducts, TABLE_CELLS_MAX, type TableKind, type TableRole } from '#contract';
import { type Column, columnOfHeader, guessColumns } from '#utils/listing/table/columns.ts';
import type { TableLook } from '#utils/model/ownTable.ts';

const ROLES: Partial<Record<Column, TableRole>> = {
  name: 'name',
  price: 'price',
  unit: 'unit',
  stock: 'stock',
  category: 'category',
  description: 'description',
  producerName: 'seller',
  producerPhone: 'phone',
  photo: 'picture',
};

/** What a table most likely says where; the person sees it and puts it right before anything is read. */
export function guessWay(look: TableLook): RecipeProducts {
  const columns = columnsOf(look);
  const fields = fieldsOf(look);
  const { list, edit, cells } = look;
  return {
    kind: kindOf(look, { columns, fields }),
    list: list as RecipeProducts['list'],
    cells,
    columns,
    edit,
    fields,
  };
}

function columnsOf({ cells, heads, samples }: TableLook): RecipeProducts['columns'] {
  const isCount = Array.from({ length: cells }, (_, at) => isCounting(heads[at], samples, at));
  const texts = samples.map((row) => row.map((cell, at) => (cell === true || isCount[at] ? '' : cell)));
  // A header that is a cell short says nothing of what stands under it.
  const isAligned = heads.length === cells && heads.some((head) => head !== '');
  const { columns } = guessColumns(isAligned ? [heads, ...texts] : texts);
  const found: RecipeProducts['columns'] = [];
  for (const [at, column] of columns.slice(0, TABLE_CELLS_MAX).entries()) {
    const role = samples.some((row) => row[at] === true) ? 'picture' : ROLES[column];
    if (role !== undefined && !found.some((one) => one.role === role)) found.push({ role, at });
  }
  return found;
}

/** Whether a column counts the rows: it would be read as a stock. */
function isCounting(head: string | undefined, samples: TableLook['samples'], at: number): boolean {
  if (/^(?:no|nr|#|nomor|id)\.?$/i.test(head ?? '')) return true;
  const numbers = samples.map((row) => Number(row[at] === '' ? Number.NaN : row[at]));
  return at === 0 && numbers.every((number, row) => Number.isInteger(number) && number === (numbers[0] ?? 0) + row);
}

/** Fields are known by what stands beside them, else by what the site's maker called them. */
function fieldsOf({ fields }: TableLook): RecipeProducts['fields'] {
  const found: RecipeProducts['fields'] = [];
  for (const { name, label, isPicture } of fields) {
    const words = name
      .replace(/[[\]]/g, '')
      .replace(/^(?:txt|cmb|id_)/i, '')
      .replace(/[_-]+|(?<=\p{Ll})(?=\p{Lu})/gu, ' ');
    const column = columnOfHeader(label) ?? columnOfHeader(words);
    const role = isPicture ? 'picture' : column === null ? undefined : ROLES[column];
    if (role !== undefined && !found.some((one) => one.role === role)) found.push({ role, name });
  }
  return found.slice(0, 12);
}

const OF_BUSINESSES = /usaha|umkm|pelaku|toko|warung/i;

/** A list of names and owners without a price is one of businesses, where it calls itself so and not one of goods. */
function kindOf(
  { heads, list }: TableLook,
  { columns, fields }: Pick<RecipeProducts, 'columns' | 'fields'>,
): TableKind {
  const has = (role: TableRole) => [...columns, ...fields].some((one) => one.role === role);
  const name = heads[columns.find(({ role }) => role === 'name')?.at ?? -1] ?? '';
  const isOfGoods = /produk|barang|product/i.test(name);
  const isOfBusinesses = OF_BUSINESSES.test(name) || OF_BUSINESSES.test(list);
  return !has('price') && !isOfGoods && isOfBusinesses && (has('phone') || has('seller')) ? 'profiles' : 'products';
}
