import { readFileSync } from 'node:fs';
import type { PageHandler } from '#marketplace/web/page.ts';
import { Page, SHARED } from '#marketplace/web/respond.ts';

const SOLVER = readFileSync(new URL('./solver.js', import.meta.url), 'utf8');

/** Answers with the only script of the storefront; a page names it while there is load, and no other page does. */
export const solver: PageHandler = () => {
  const headers = new Headers({ 'content-type': 'text/javascript; charset=utf-8', 'cache-control': SHARED });
  return new Page(SOLVER, headers, 200, true);
};
