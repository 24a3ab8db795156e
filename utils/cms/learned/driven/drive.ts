import type { Recipe } from '#contract';
import { smallPicture, type Tools } from '#utils/cms/learned/create.ts';
import type { Words } from '#utils/cms/learned/fillForm.ts';
import { foundAt, mentionedIn } from '#utils/cms/learned/found.ts';
import { lookAtLists, titlesOf } from '#utils/cms/learned/publicLook.ts';
import { safeTitle } from '#utils/cms/learned/safeWords.ts';
import { findStanding } from '#utils/cms/learned/standing.ts';
import type { DriverContext, LinkBackPost } from '#utils/cms/types.ts';
import type { DriveEnd } from '#utils/model/driven.ts';
import { isUsable } from './button.ts';
import { fillPage, type Give, isFilled, makeChoices } from './fillPage.ts';
import { pathsRead, whenQuiet, whenSo } from './ready.ts';
import { type DrivenDeed, isEmpty, type ShownPage, shownPage, shownRoot } from './shownPage.ts';

/** What a page said about the article before it was pressed. */
export interface Before {
  title: string;
  /** The pictures that the site's lists showed. */
  pictures: string[];
}

type NotPressed = Extract<DriveEnd, { state: 'not_pressed' }>['why'];

export interface DriveTools extends Tools {
  give: Give;
  /** Notes that the press begins; false when it may not. */
  begins(before: Before): Promise<boolean>;
  /** Ends it all, as long as nothing was pressed. */
  stop: AbortSignal;
}

/** How long (ms) a form, a page that is not ready, and a person who looks elsewhere are waited for. */
const FORM_MS = 25_000;
const READY_MS = 30_000;
const SOFT_MS = 6_000;
const SEEN_MS = 60_000;
/** Where a picture is sent as soon as it is chosen: no page does so before. */
const OF_FILES = /upload|unggah|file|media|image|gambar|foto/i;

/**
 * Fills in the form of the page that stands in sight, as it was shown, and presses its button once. Nothing is pressed where
 * the page is another one than was shown, where an article of ours stands already, or after `stop`. Throws `CmsError` where
 * the site cannot be read; nothing was written then.
 */
export async function drive(
  context: DriverContext,
  recipe: Recipe & { create: DrivenDeed },
  post: LinkBackPost,
  tools: DriveTools,
): Promise<DriveEnd> {
  const { document } = context;
  const { create: deed } = recipe;
  const { stop } = tools;
  const not = (why: NotPressed, isMarked = false): DriveEnd => ({
    state: 'not_pressed',
    why: stop.aborted ? 'stopped' : why,
    isMarked,
  });
  const page = () => new URL(document.location.href);

  if (!post.isFirst) {
    const [standing] = await findStanding(context, recipe, post);
    if (standing?.holds === 'linked' || (standing !== undefined && recipe.mentions === true))
      return { state: 'standing', post: { ...(await foundAt(context, standing.url, post)), ...mentionedIn(standing) } };
    if (!post.overwriteEdits) return not('look_first');
  }
  const root = await whenSo(document, () => shownRoot(document, deed) ?? signIn(document), FORM_MS, stop);
  if (root === null) return not('no_form');
  if (root === 'signed_out') return not('signed_out');
  await whenRead(document, recipe, SOFT_MS, stop, (path) => !OF_FILES.test(path));
  await whenQuiet(root, 500, 5000, stop);
  const first = shownPage(root, deed, page(), false);
  if (typeof first === 'string') return not(first);
  if (!isEmpty(root, deed)) return not('not_new');

  const shown = await lookAtLists(context, recipe);
  const before = { title: safeTitle(post.title, titlesOf(shown)), pictures: [...shown.pictures] };
  const picture = await smallPicture(post, tools.toJpeg);
  const words: Words = { title: before.title, post, picture, now: tools.now() };
  if (stop.aborted) return not('stopped');
  makeChoices(root, deed);
  await whenQuiet(root, 300, 3000, stop);
  if (stop.aborted) return not('stopped');
  await fillPage(root, deed, words, tools.give);
  await whenQuiet(root, 500, 8000, stop);
  const isRead = await whenRead(document, recipe, deed.driven.isWhole === true ? READY_MS : SOFT_MS, stop);
  if (!isRead && deed.driven.isWhole === true) return not('not_ready');
  const ready = () => (document.visibilityState === 'visible' && isUsable(first.button) ? true : null);
  if ((await whenSo(document, ready, SEEN_MS, stop)) === null) return not('not_ready');

  // A page may change what it shows at any moment: it is looked at before the press is noted, and in the moment of the press.
  const again = (): ShownPage | NotPressed => {
    if (stop.aborted) return 'stopped';
    const now = root.isConnected ? shownPage(root, deed, page(), true) : 'form_changed';
    if (typeof now === 'string') return now;
    if (now.button !== first.button || !isUsable(now.button)) return 'form_changed';
    return isFilled(root, deed, words) ? now : 'not_filled';
  };
  const ready1 = again();
  if (typeof ready1 === 'string') return not(ready1);
  if (!(await tools.begins(before))) return not('stopped');
  const last = again();
  if (typeof last === 'string') return not(last, true);
  last.button.click();
  await whenQuiet(root, 1000, 4000, new AbortController().signal);
  return { state: 'pressed' };
}

const signIn = (document: Document): 'signed_out' | null =>
  document.readyState === 'complete' && document.querySelector('input[type=password]') !== null ? 'signed_out' : null;

/** Waits until the page's script has read what it had read when it was shown; false when it has not in time. */
async function whenRead(
  document: Document,
  { create, siteUrl }: Recipe & { create: DrivenDeed },
  longest: number,
  stop: AbortSignal,
  isMeant: (path: string) => boolean = () => true,
): Promise<boolean> {
  const awaits = create.driven.awaits.filter(isMeant);
  const page = new URL(document.location.href);
  const isRead = () => {
    const read = new Set(pathsRead(page, siteUrl));
    return awaits.every((path) => read.has(path)) ? true : null;
  };
  return (await whenSo(document, isRead, longest, stop)) === true;
}
