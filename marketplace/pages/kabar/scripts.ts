import { readFileSync } from 'node:fs';
import type { PageHandler } from '#marketplace/web/page.ts';
import { Page, SHARED } from '#marketplace/web/respond.ts';

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');
const script = (text: string, cache: string): PageHandler => {
  return () =>
    new Page(
      text,
      new Headers({ 'content-type': 'text/javascript; charset=utf-8', 'cache-control': cache }),
      200,
      true,
    );
};

/** The script of the button that asks for pushes. */
export const tellScript = script(read('./page.js'), SHARED);
/** The worker that shows them. Browsers look for a newer one by themselves, and a cache must not give them the old. */
export const tellWorker = script(read('./worker.js'), 'no-cache');
