import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildExtension } from './build.ts';
import type { Bound } from './figures.ts';
import { type Bench, size } from './measure.ts';

/** What each context loads, and what was promised of it. */
const CONTEXTS: Record<string, { file: string; budget: Bound | null }> = {
  'content script on an enabled page': { file: 'content-scripts/cms.js', budget: { most: 12 } },
  'writer, on demand': { file: 'writer.js', budget: null },
  'editor helper, on demand': { file: 'editor.js', budget: null },
  background: { file: 'background.js', budget: null },
  panel: { file: 'panel.html', budget: null },
  popup: { file: 'popup.html', budget: null },
  options: { file: 'options.html', budget: null },
};
const PART = /(?:src|href)="\/([^"]+\.(?:js|css))"/g;
const STARTED = /"(chunks\/[^"]+\.js)"/g;

/** Gzipped weight of the production build, each page with the chunks and styles that it names. */
export const sizes: Bench = async () => {
  const folder = buildExtension('production');
  const read = (file: string) => readFileSync(join(folder, file));
  const weigh = (file: string) => gzipSync(read(file)).length / 1000;
  return Object.entries(CONTEXTS).map(([context, { file, budget }]) => {
    const parts = file.endsWith('.html') ? [...read(file).toString().matchAll(PART)].map(([, part]) => part ?? '') : [];
    // Panel and popup ask for their start once the first script's frame is seen: it is needed all the same.
    const [main] = parts.filter((part) => /^chunks\/(?:panel|popup)-/.test(part));
    const started =
      main === undefined ? [] : [...read(main).toString().matchAll(STARTED)].map(([, part]) => part ?? '');
    const weight = [file, ...new Set([...parts, ...started])].reduce((sum, part) => sum + weigh(part), 0);
    return size(`${context}, gzip`, 'kB', [weight], budget);
  });
};
