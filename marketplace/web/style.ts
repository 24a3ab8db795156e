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

/** Stylesheets that only some pages have in addition. */
export const SHEETS = {
  /** The private thread and its receipt. */
  thread: read(['./thread.css']),
  /** A village's face, the directory, what is near. */
  place: read(['./place.css']),
  /** The operator's console. */
  console: read(['./console.css']),
  /** The trainer's screen and the participants' sheets. */
  practice: read(['./practice.css']),
  /** What an official answers on a phone. */
  jawab: read(['./jawab.css']),
  /** One product of many villages, and the buyer's page of several questions. */
  group: read(['./group.css']),
  /** Lists of products with filters. */
  list: read(['./find.css']),
};
export type Sheet = keyof typeof SHEETS;

const sourceOf = (style: string) => `'sha256-${sha256(style, 'base64')}'`;

/** The sources that the Content-Security-Policy allows: these stylesheets, byte for byte, and no others. */
export const STYLE_SOURCES = [STYLE, ...Object.values(SHEETS)].map(sourceOf).join(' ');
