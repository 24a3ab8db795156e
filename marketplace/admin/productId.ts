import { idOfSlug } from '#marketplace/listings/slug.ts';
import { CommandError } from './commandError.ts';

/**
 * The id of a product, read from its address (with or without the name) or from the bare id. Throws CommandError when
 * there is none.
 */
export function idOfProduct(product: string): string {
  const path = product.replace(/[?#].*$/, '').replace(/\/+$/, '');
  const id = idOfSlug(path.split('/').at(-1) ?? '');
  if (id === null) throw new CommandError((t) => t('unknownListing'));
  return id;
}
