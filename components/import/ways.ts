import type { RecipeProducts, TableKind, TableRole } from '#contract';
import type { WordKey } from '#utils/i18n/keys.ts';
import type { TableLook } from '#utils/model/ownTable.ts';

/** Where something of a product may stand: in a column of the list, or in a field of its form. */
export interface Place {
  key: string;
  /** Counted from 1; null for a field. */
  column: number | null;
  /** What the site calls it. */
  label: string;
  /** What stands there in the first product. */
  sample: string;
}

export const ROLE_WORDS: Record<TableRole, WordKey> = {
  name: 'panel_name',
  price: 'panel_price',
  description: 'panel_description',
  picture: 'own_table_picture',
  unit: 'panel_unit',
  stock: 'panel_stock_short',
  category: 'panel_category',
  seller: 'panel_producer_short',
  phone: 'panel_phone_short',
};

const OF_KIND: Record<TableKind, readonly TableRole[]> = {
  products: ['name', 'price', 'description', 'picture', 'unit', 'stock', 'category', 'seller', 'phone'],
  profiles: ['name', 'seller', 'phone'],
};

export const rolesOf = (kind: TableKind): readonly TableRole[] => OF_KIND[kind];

const keyOfColumn = (at: number): string => `column ${at}`;
const keyOfField = (name: string): string => `field ${name}`;

/** Every place that a table has. */
export function placesOf({ cells, heads, samples, fields }: TableLook): Place[] {
  const isAligned = heads.length === cells;
  const columns = Array.from({ length: cells }, (_, at) => {
    const shown = samples.map((row) => row[at]).find((cell) => cell !== undefined && cell !== '');
    const sample = typeof shown === 'string' ? shown : '';
    return { key: keyOfColumn(at), column: at + 1, label: isAligned ? (heads[at] ?? '') : '', sample };
  });
  const inForm = fields.map(({ name, label, value }) => ({
    key: keyOfField(name),
    column: null,
    label: label === '' ? name : label,
    sample: value,
  }));
  return [...columns, ...inForm];
}

/** The place of a role, the column first; '' for none. */
export function placeOf({ columns, fields }: RecipeProducts, role: TableRole): string {
  const column = columns.find((one) => one.role === role);
  if (column !== undefined) return keyOfColumn(column.at);
  const field = fields.find((one) => one.role === role);
  return field === undefined ? '' : keyOfField(field.name);
}

/** The way with a role at another place, and nowhere else; whatever was said to stand there does no more. */
export function withPlace(way: RecipeProducts, role: TableRole, key: string): RecipeProducts {
  const columns = way.columns.filter((one) => one.role !== role && keyOfColumn(one.at) !== key);
  const fields = way.fields.filter((one) => one.role !== role && keyOfField(one.name) !== key);
  const at = /^column (\d+)$/.exec(key)?.[1];
  if (at !== undefined) return { ...way, columns: [...columns, { role, at: Number(at) }], fields };
  const name = /^field (.+)$/s.exec(key)?.[1];
  return { ...way, columns, fields: name === undefined ? fields : [...fields, { role, name }] };
}

/** The way as it is asked of the site: a business has nothing but a name, an owner and a number. */
export function asAsked(way: RecipeProducts): RecipeProducts {
  const roles = rolesOf(way.kind);
  const isOf = ({ role }: { role: TableRole }) => roles.includes(role);
  return { ...way, columns: way.columns.filter(isOf), fields: way.fields.filter(isOf) };
}
