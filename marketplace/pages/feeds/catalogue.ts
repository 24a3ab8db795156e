import type * as z from 'zod/mini';
import type { PublicListing } from '#contract';
import { link, type View } from '#marketplace/web/view.ts';
import { GoogleItem, googleItem } from './googleItem.ts';
import { MetaItem, metaItem } from './metaItem.ts';
import { XML_HEAD, xmlElement } from './xml.ts';

type Members = Record<string, string | string[] | undefined>;

/** One buyer of our catalogue: what it takes of a product, and the shape that it has to have. */
interface Catalogue {
  shape: z.ZodMiniType;
  item(view: View, listing: PublicListing): Members | null;
}

/** The catalogues by the name of their file. */
export const CATALOGUES = {
  google: { shape: GoogleItem, item: googleItem },
  meta: { shape: MetaItem, item: metaItem },
} as const satisfies Record<string, Catalogue>;
export type CatalogueName = keyof typeof CATALOGUES;

/** The beginning of a catalogue: RSS 2.0 with Google's `g:` fields, which Meta reads too. */
export function catalogueHead(view: View): string {
  const { t, baseUrl } = view;
  return [
    `${XML_HEAD}<rss version="2.0" xmlns:g="http://base.google.com/ns/1.0"><channel>`,
    xmlElement('title', t('brand')),
    xmlElement('link', baseUrl + link(view, '/')),
    xmlElement('description', t('homeDescription')),
  ].join('');
}

export const CATALOGUE_END = '\n</channel></rss>\n';

/** A product as an item; empty for one that the catalogue would refuse. */
export function catalogueItem(name: CatalogueName, view: View, listing: PublicListing): string {
  const { shape, item }: Catalogue = CATALOGUES[name];
  const members = item(view, listing);
  if (members === null || !shape.safeParse(members).success) return '';
  const elements = Object.entries(members).flatMap(([member, said]) =>
    [said ?? []].flat().map((one) => xmlElement(member, one)),
  );
  return `\n<item>${elements.join('')}</item>`;
}
