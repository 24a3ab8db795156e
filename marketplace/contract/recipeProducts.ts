import * as z from 'zod/mini';
import { FieldName, SitePath } from './recipeParts.ts';

/** What a site's own table says of a product; of a business it says name, seller, phone and picture. */
export const TABLE_ROLES = [
  'name',
  'description',
  'price',
  'stock',
  'unit',
  'category',
  'seller',
  'phone',
  'picture',
] as const;
export type TableRole = (typeof TABLE_ROLES)[number];

/** `profiles` lists businesses, with an owner and no price: they become makers, and nothing is ever written there. */
export const TABLE_KINDS = ['products', 'profiles'] as const;
export type TableKind = (typeof TABLE_KINDS)[number];

/** How many rows of a list are read. */
export const TABLE_ROWS_MAX = 300;

/** How many cells of a row are looked at. */
export const TABLE_CELLS_MAX = 40;

/** Where a site's own product table says what: roles and addresses, nothing of what stands in it. */
export const RecipeProducts = z.object({
  kind: z.enum(TABLE_KINDS),
  /** The list in the admin. */
  list: SitePath,
  /** How many cells a row has: with another number the site has changed, and is shown again. */
  cells: z.int().check(z.minimum(1), z.maximum(TABLE_CELLS_MAX)),
  columns: z
    .array(z.object({ role: z.enum(TABLE_ROLES), at: z.int().check(z.minimum(0), z.maximum(TABLE_CELLS_MAX - 1)) }))
    .check(z.minLength(1), z.maxLength(12)),
  /** The page with one product's form; `{id}` is what differs from row to row. Null where no such page is read. */
  edit: z.nullable(SitePath),
  /** The form's fields, on that page or, where there is none, in the list itself. */
  fields: z.array(z.object({ role: z.enum(TABLE_ROLES), name: FieldName })).check(z.maxLength(12)),
});
export type RecipeProducts = z.infer<typeof RecipeProducts>;
