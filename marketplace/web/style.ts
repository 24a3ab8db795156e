import { readFileSync } from 'node:fs';
import { sha256 } from '#marketplace/sha256.ts';

const FILES = [
  '../../components/theme.css',
  '../../components/listing/card.css',
  '../../components/listing/product.css',
  './frame.css',
  './storefront.css',
  './forms.css',
  './productPage.css',
  './print.css',
];

/** Removes comments and needless space and renames nothing, which is enough for files that we wrote. */
function minify(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,>]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/;}/g, '}')
    .trim();
}

const read = (files: string[]): string =>
  minify(files.map((file) => readFileSync(new URL(file, import.meta.url), 'utf8')).join('\n'));

/**
 * The storefront's stylesheet. It stands inside each page: on a slow line, one round trip less is worth more than 3 kB,
 * and a page that has arrived is complete.
 */
export const STYLE = read(FILES);

/** The stylesheet that only the private thread and its receipt have in addition. */
export const THREAD_STYLE = read(['./thread.css']);

/** What the pages of villages have in addition: a village's face, the directory, what is near. */
export const PLACE_STYLE = read(['./place.css']);
/** The stylesheet of the pages on which an official answers from a phone. */
export const JAWAB_STYLE = read(['./jawab.css']);
/** The stylesheet that only one product's page of many villages, and the buyer's page of several questions, have in addition. */
export const GROUP_STYLE = read(['./group.css']);
/** The stylesheet that only lists of products with filters have in addition. */
export const LIST_STYLE = read(['./find.css']);

const sourceOf = (style: string) => `'sha256-${sha256(style, 'base64')}'`;

const ALL = [STYLE, THREAD_STYLE, PLACE_STYLE, JAWAB_STYLE, GROUP_STYLE, LIST_STYLE];
/** The sources that the Content-Security-Policy allows: these stylesheets, byte for byte, and no others. */
export const STYLE_SOURCES = ALL.map(sourceOf).join(' ');
