import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import {
  type PagePlace,
  PICTURE_BYTES_MAX,
  PICTURES_MAX,
  SOURCE_TEXT_MAX,
  type Source,
  type Taken,
  type TakenPicture,
  type Wanted,
} from '#utils/model/source.ts';
import type { Seen } from './inPage.ts';
import { cutFrom, screenOf } from './screen.ts';

/** What the page's frame answers; the page is hostile, so it is read like any message. */
const Px = z.number();
const Page = z.object({
  selection: z.string().check(z.maxLength(SOURCE_TEXT_MAX)),
  isCut: z.boolean(),
  width: Px,
  pictures: z
    .array(
      z.object({
        base64: z.nullable(z.string().check(z.maxLength(Math.ceil((PICTURE_BYTES_MAX * 4) / 3) + 4))),
        type: z.string().check(z.maxLength(100)),
        caption: z.string().check(z.maxLength(SOURCE_TEXT_MAX)),
        rect: z.object({ left: Px, top: Px, width: Px, height: Px }),
      }),
    )
    .check(z.maxLength(PICTURES_MAX)),
});
type PageAnswer = z.infer<typeof Page>;

/** The words and pictures of a source, as good as they can be had. Never throws. */
export async function readSource({ text, page: place }: Source): Promise<Taken> {
  if (place === null) return { text: text.trim(), pictures: [], problem: null, choose: false, isCut: false };
  const { wanted } = place;
  const choose = wanted === 'sight';
  const page = await pageOf(place);
  // Words that the browser itself has told are all that was wanted.
  if (page === null)
    return {
      text,
      pictures: [],
      problem: wanted === 'selection' && text !== '' ? null : 'page_gone',
      choose,
      isCut: false,
    };
  const pictures = await picturesOf(page, place);
  // Words beside a picture that cannot be had are words all the same.
  const beside = choose || pictures.length > 0 ? '' : (page.pictures[0]?.caption ?? '');
  const said = page.selection.trim() || text || beside;
  // Of a whole page the words alone are something; who pointed at a picture wants the picture.
  const isNothing = pictures.length === 0 && (choose ? said === '' : wanted !== 'selection');
  const problem = !isNothing ? null : choose && page.pictures.length === 0 ? 'none_here' : 'no_picture';
  return { text: said, pictures, problem, choose, isCut: page.isCut };
}

/** The screen is asked for once: browsers give two pictures of it a second. */
async function picturesOf({ pictures, width }: PageAnswer, { tabId, frameId }: PagePlace): Promise<TakenPicture[]> {
  const isOnScreen = frameId === 0 && pictures.some(({ base64 }) => base64 === null);
  const windowId = isOnScreen ? await windowOf(tabId) : null;
  const screen = windowId === null ? null : await screenOf(windowId);
  const taken = await Promise.all(pictures.map((seen) => takenOf(seen, width, screen)));
  screen?.close();
  return taken.filter((one) => one !== null);
}

async function takenOf(seen: Seen, width: number, screen: ImageBitmap | null): Promise<TakenPicture | null> {
  const { base64, type, caption } = seen;
  if (base64 !== null) return { base64, type, caption, quality: 'own' };
  const cut = screen && (await cutFrom(screen, { rect: seen.rect, width }));
  return cut && { ...cut, caption, quality: 'screen' };
}

async function pageOf({ tabId, frameId, wanted }: PagePlace): Promise<PageAnswer | null> {
  const target = { tabId, frameIds: [frameId] };
  try {
    await browser.scripting.executeScript({ target, files: ['/take.js'] });
    const [run] = await browser.scripting.executeScript({ target, func: take, args: [wanted] });
    const page = Page.safeParse(run?.result);
    return page.success ? page.data : null;
  } catch {
    // The tab was closed, went to another page, or is one that lets no extension in.
    return null;
  }
}

/** Runs in the page: it holds nothing but the call of what `take.js` has put there. */
function take(wanted: Wanted): Promise<unknown> {
  return globalThis.dodolanTake?.(wanted) ?? Promise.resolve(null);
}

async function windowOf(tabId: number): Promise<number | null> {
  try {
    const { windowId, active } = await browser.tabs.get(tabId);
    return active && windowId !== undefined ? windowId : null;
  } catch {
    return null;
  }
}
