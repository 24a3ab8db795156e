import * as z from 'zod/mini';

/** `ImportableProduct` of the adapters as it crosses from the tab: see utils/cms/types.ts for the meaning. */
export const ShopProduct = z.object({
  sourceId: z.string(),
  name: z.string(),
  description: z.nullable(z.string()),
  price: z.nullable(z.number()),
  unit: z.nullable(z.string()),
  category: z.nullable(z.string()),
  producer: z.nullable(z.object({ name: z.string(), phone: z.nullable(z.string()) })),
  imageUrls: z.array(z.string()),
});
export type ShopProduct = z.infer<typeof ShopProduct>;
