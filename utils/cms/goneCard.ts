import { translator } from '#contract/i18n/t.ts';
import { encode, encodeUrl } from './card.ts';
import type { Blanks } from './words/blanks.ts';
import id from './words/card.id.json' with { type: 'json' };

/**
 * What an article says of a product that is no longer sold, on a site where it cannot be hidden: words, and the
 * marketplace's own address in the place of the product's. Always Indonesian, as every article.
 */
export function goneCard(name: string, link: string): string {
  const t = translator<keyof typeof id, Blanks['card']>(id, 'id');
  const market = encodeUrl(`${new URL(link).origin}/`);
  return `<p>${encode(t('gone', name))}</p>\n<p><a href="${market}">${encode(t('others'))}</a></p>`;
}
