import * as z from 'zod/mini';
import { RecipeProducts } from '#contract';

/** What a site's own table looks like that nobody knows yet: shown to the person, who says what is what. */
export const TableLook = z.object({
  list: z.string(),
  /** How many cells a row has, what stands above them, and the first rows; `true` for a picture. */
  cells: z.int(),
  heads: z.array(z.string()),
  samples: z.array(z.array(z.union([z.string(), z.literal(true)]))),
  /** The page with a product's form, where the rows' links are recognisably that. */
  edit: z.nullable(z.string()),
  /** The fields of the first row's form, and what stands in them; none where no form was found. */
  fields: z.array(z.object({ name: z.string(), label: z.string(), value: z.string(), isPicture: z.boolean() })),
});
export type TableLook = z.infer<typeof TableLook>;

/** How the product tables of sites are read that no recipe speaks of, by the site's address. */
export const OwnTables = z.record(z.string(), RecipeProducts);
