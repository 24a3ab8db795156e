import { assistContext } from '#utils/cms/assist/page.ts';
import { finishLesson } from '#utils/cms/learned/finish.ts';
import { articleForm, giveWords, pictureInput } from '#utils/cms/learned/giveWords.ts';
import type { SeenSave } from '#utils/cms/learned/observe.ts';
import { observeRequest } from '#utils/cms/learned/observeRequest.ts';
import type { LessonRefusal } from '#utils/cms/learned/refusal.ts';
import { watchSave } from '#utils/cms/learned/watchSave.ts';
import { CmsError } from '#utils/cms/types.ts';
import type { Output } from '#utils/messages.ts';
import { jpegFile } from '#utils/photos/jpegFile.ts';
import { send } from '#utils/runtime/send.ts';
import { drawNote } from './note.ts';
import { watchRequests } from './watchRequests.ts';

type Here = NonNullable<Output<'lesson/here'>>;

/** How often (ms) the article is looked for by itself before the person is asked to. */
const LOOKS = [0, 1500, 4000];

/** How long (ms) a page's script may take from the press to its request. */
const SCRIPT_MS = 2500;

/** The lesson on this page, until it ends or the page is left. */
export async function lessonPage(document: Document): Promise<void> {
  const here = await ask();
  if (here === null) return;
  const note = drawNote(document);
  const left = Promise.withResolvers<void>();
  const end = () => {
    note.remove();
    stopWatching();
    left.resolve();
  };
  const show = async (text?: string): Promise<void> => {
    const now = await ask();
    if (now === null) return end();
    draw(now, text);
  };
  const stop = () =>
    void send('lesson/stop', {})
      .catch(() => undefined)
      .then(end);
  const draw = ({ lesson, say }: Here, text = say.text): void => {
    const isOver = lesson.step === 'learned';
    if (isOver) stopWatching();
    const canLook = lesson.save !== null && lesson.why !== null;
    const isOpen = lesson.step === 'open' || lesson.step === 'refused';
    const hasForm = isOpen && articleForm(document) !== null;
    note.say(say.title, hasForm && lesson.why === null && text === say.text ? say.fill : text, [
      ...(hasForm ? [{ label: say.give, isMain: true, press: () => void give(say) }] : []),
      ...(canLook ? [{ label: say.again, isMain: true, press: () => void look() }] : []),
      { label: isOver ? say.close : say.stop, isMain: false, press: stop },
    ]);
  };
  const give = async (say: Here['say']): Promise<void> => {
    const form = articleForm(document);
    if (form === null) return show(say.notGiven);
    const hasPictureField = pictureInput(form) !== undefined;
    const given = await send('lesson/give', { hasPictureField }).catch(() => null);
    if (given === null) return show(say.notGiven);
    const picture = given.picture === null || !hasPictureField ? null : await jpegFile(given.picture);
    const put = giveWords(form, { title: given.title, picture, pictureUrl });
    const lacking = [
      ...(put.title ? [] : [say.parts.title]),
      ...(given.isIn ? [] : [say.parts.body]),
      ...(put.picture || given.picture === null || !hasPictureField ? [] : [say.parts.picture]),
    ];
    await show(lacking.length === 0 ? say.given : `${say.lacking} ${lacking.join(', ')}.`);
  };
  const look = async (): Promise<void> => {
    const now = await ask();
    if (now === null) return end();
    draw(now, now.say.looking);
    await findOut(document, now);
    await show();
  };
  const { link, title, pictureUrl } = here.lesson;
  const words = { link, title, pictureUrl, now: Date.now() };
  const saw = async (seen: SeenSave | LessonRefusal): Promise<void> => {
    const save = typeof seen === 'string' ? null : { ...seen, action: seen.action.href, page: document.location.href };
    await send('lesson/saw', { save, why: typeof seen === 'string' ? seen : null }).catch(() => undefined);
    await show();
  };
  // A page whose script has saved may stay; where the browser leads on, the next page looks.
  const staysAfter = async (milliseconds: number): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    const now = await ask();
    if (now?.lesson.step === 'saved' && now.lesson.why === null) await look();
  };
  const endSave = watchSave(document, words, {
    saved: (seen) => void saw(seen),
    byScript: () => void noRequestAfter(SCRIPT_MS),
  });
  const noRequestAfter = async (milliseconds: number): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    const now = await ask();
    if (now?.lesson.step === 'open' && now.lesson.why === null)
      await send('lesson/saw', { save: null, why: 'by_script' });
    await show();
  };
  const endRequests = watchRequests(document, (request) => {
    const seen = observeRequest(request, words, new URL(document.location.href), (name) => isChoiceIn(document, name));
    if (seen !== null) void saw(seen).then(() => staysAfter(SCRIPT_MS));
  });
  const stopWatching = () => {
    endSave();
    endRequests();
  };
  draw(here);
  // A save that was seen on the page before this one: where has the article come to stand?
  if (here.lesson.step === 'saved' && here.lesson.why === null) await look();
  await left.promise;
}

function isChoiceIn(document: Document, name: string): boolean {
  const controls = [...document.querySelectorAll('form select, form input[type=checkbox], form input[type=radio]')];
  return controls.some((control) => control.getAttribute('name') === name);
}

const ask = (): Promise<Here | null> => send('lesson/here', {}).catch(() => null);

/** Looks for the article as a stranger sees it, and tells the background how that ended. */
async function findOut(document: Document, { lesson }: Here): Promise<void> {
  const { save, siteUrl, link, title } = lesson;
  if (save === null) return;
  const context = assistContext(document, siteUrl);
  let why = 'not_public';
  for (const pause of LOOKS) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    try {
      const seen = { ...save, action: new URL(save.action) };
      const end = await finishLesson(context, seen, new URL(save.page), { link, title });
      if (end.state === 'learned') {
        await send('lesson/learned', { recipe: end.recipe, postUrl: end.postUrl });
        return;
      }
      why = end.state;
      // Only what a site shows may still change in a moment.
      if (end.state !== 'not_public') break;
    } catch (error) {
      why = error instanceof CmsError ? 'unreachable' : 'no_form';
    }
  }
  await send('lesson/saw', { save: null, why });
}
