import * as z from 'zod/mini';

/** The call in which the block editor's page brings the REST answers that it will need, also where REST is closed. */
const CALL = 'createPreloadingMiddleware(';
const Preloaded = z.record(z.string(), z.unknown());
const Entry = z.object({ body: z.unknown() });

/** What the block editor's page holds of one REST route, such as `/wp/v2/posts/7?context=edit`; undefined when nothing. */
export function preloaded(document: Document, route: string): unknown {
  for (const script of document.querySelectorAll('script:not([src])')) {
    const text = script.textContent ?? '';
    const start = text.indexOf(CALL);
    if (start === -1) continue;
    const entries = Preloaded.safeParse(firstJson(text.slice(start + CALL.length)));
    const entry = entries.success ? Entry.safeParse(entries.data[route]) : null;
    if (entry?.success) return entry.data.body;
  }
  return undefined;
}

/** The first JSON object of a text that goes on with other things. */
function firstJson(text: string): unknown {
  const tokens = /"(?:[^"\\]|\\.)*"|[{}]/g;
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(tokens)) {
    if (token === '{') depth += 1;
    if (token === '}') depth -= 1;
    if (depth > 0) continue;
    try {
      return JSON.parse(text.slice(0, index + token.length));
    } catch {
      return undefined;
    }
  }
  return undefined;
}
