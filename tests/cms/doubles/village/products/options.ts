/** In what the product tables of real village sites differ, each difference with every value that was seen. */
export const PRODUCT_AXES = {
  /** `profiles`: businesses with owner, telephone number and photo, and no price anywhere. */
  kind: ['products', 'profiles'],
  look: [
    'table',
    'cards',
    'modals', // no page for changing: each row holds its own form
  ],
  /** What the form calls its fields. */
  names: ['long', 'short', 'other'],
  /** How the list writes a price; `decimals` shows `25.000,00` there and `25000.00` in the form. */
  price: ['rupiah', 'digits', 'decimals'],
  /** What becomes of a price that is not digits alone. */
  priceWords: [
    'refused',
    'breaksShop', // kept; number_format() dies of it on the public shop page, for everybody
    'zeroOnEdit', // "Rp25.000" becomes 25000 in a new product and 0 in a changed one
    'keptAsText', // shown as it was written: "Rp 45.000 - Rp 120.000"
  ],
  stock: ['number', 'words', 'none'],
  picture: [
    'optional',
    'required', // for a new product
    'requiredAlways', // for a changed one too, the same picture again
    'none',
  ],
  save: [
    'ownPage',
    'sameAddress', // one address for new and changed ones, told apart by a hidden id
  ],
  remove: ['deleteGet', 'deletePost', 'deleteDead', 'none'],
  refusal: [
    'formAgain', // 200, with what was typed
    'back', // 302 to where one came from; what was typed is lost
  ],
  /** Whether a product can be hidden from the public shop. */
  status: ['always', 'tick'],
  /** Which columns the list leaves to the form. */
  columns: [
    'all',
    'withoutPrice',
    'headerShort',
    'combined', // photo, name and first words in one cell, seller and number in another
  ],
  publicPage: [
    'own',
    'byName', // its address is its name
    'none', // the shop page shows each product whole
  ],
} as const;

type Axis = keyof typeof PRODUCT_AXES;

export type ProductOptions = { [A in Axis]: (typeof PRODUCT_AXES)[A][number] } & {
  /** Rows on a page of the list; 0 for all on one. */
  perPage: number;
  /** Markup that stands before the rows, as hostile as a test wants it. */
  extraRows: string;
};

/** A product table as simple as it can be, but for what is said. */
export function withProductTraits(traits: Partial<ProductOptions>): ProductOptions {
  const first = Object.entries(PRODUCT_AXES).map(([axis, values]) => [axis, values[0]]);
  return { ...(Object.fromEntries(first) as ProductOptions), perPage: 0, extraRows: '', ...traits };
}
