// Apart from their schemas, because the views that only name a deed carry no zod.

/** What is shown of the site's own product table: a new product, one that is changed, or one that is sold no more. */
export const PRODUCT_DEEDS = ['product', 'productChange', 'productOff'] as const;
export type ProductDeed = (typeof PRODUCT_DEEDS)[number];

/** What is shown: a new article, one that is changed, or one that is taken down, or a product. Each is learned by itself. */
export const LESSON_DEEDS = ['create', 'change', 'takeDown', ...PRODUCT_DEEDS] as const;
export type LessonDeed = (typeof LESSON_DEEDS)[number];
