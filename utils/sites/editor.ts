import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { INSERT_METHODS, type InsertResult, type Request } from '#utils/cms/editor/types.ts';
import { EDITOR_IDS } from '#utils/model/cmsLists.ts';

/** Path of the helper in the build; WXT names it after its entrypoint. */
const HELPER = '/editor.js';
const LandingShape = z.object({
  editor: z.nullable(z.enum(EDITOR_IDS)),
  way: z.nullable(z.enum(INSERT_METHODS)),
  landed: z.boolean(),
  stuck: z.optional(z.boolean()),
  isBare: z.optional(z.boolean()),
  isWords: z.optional(z.boolean()),
});
const NOWHERE: InsertResult = { editor: null, way: null, landed: false };

/**
 * Puts a card into the editor that is open in a tab: by the editor's own call in the page's world, else from our own world
 * of the page. Only JSON goes in, and what comes back is not trusted beyond its shape.
 */
export async function insertInTab(tabId: number, card: Omit<Request, 'ways'>): Promise<InsertResult> {
  const native = await run(tabId, 'MAIN', { ...card, ways: ['native'] });
  if (native.landed || native.stuck) return native;
  const other = await run(tabId, 'ISOLATED', { ...card, ways: ['paste', 'command', 'splice'] });
  return other.editor === null ? native : other;
}

async function run(tabId: number, world: 'MAIN' | 'ISOLATED', request: Request): Promise<InsertResult> {
  const target = { tabId, frameIds: [0] };
  try {
    await browser.scripting.executeScript({ target, world, files: [HELPER as '/writer.js'] });
    const [answer] = await browser.scripting.executeScript({ target, world, func: callHelper, args: [request] });
    return landingOf(answer?.result);
  } catch {
    // The page lets no extension in, or it is gone.
    return NOWHERE;
  }
}

/** Runs in the page: sent there as its source text, so it may name nothing of this file. */
function callHelper(request: Request): Promise<InsertResult> | undefined {
  const insert = globalThis.dodolanInsert;
  globalThis.dodolanInsert = undefined;
  return insert?.(request);
}

/** Reads an answer by its shape alone: in its own world, the page may answer anything. */
function landingOf(answer: unknown): InsertResult {
  const landing = LandingShape.safeParse(answer);
  return landing.success ? landing.data : NOWHERE;
}
