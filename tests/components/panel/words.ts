import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadWords } from '#utils/i18n/t.ts';

const WORDS = join(import.meta.dirname, '../../../utils/i18n/words');

/** Loads the real Indonesian words of the named rooms, as the extension serves them; `t` then answers sentences. */
export async function useWords(...surfaces: string[]): Promise<void> {
  const all = surfaces.flatMap((surface) =>
    Object.entries<string>(JSON.parse(readFileSync(join(WORDS, `${surface}.id.json`), 'utf8'))),
  );
  const body = JSON.stringify(Object.fromEntries(all.map(([key, message]) => [key, { message }])));
  const before = globalThis.fetch;
  globalThis.fetch = async () => new Response(body);
  await loadWords('id').finally(() => {
    globalThis.fetch = before;
  });
}
