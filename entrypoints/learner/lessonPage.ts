import { listingLinks } from '#utils/cms/assist/listingLinks.ts';
import { watchPress } from '#utils/cms/learned/driven/watchPress.ts';
import { isChoiceIn } from '#utils/cms/learned/formShape.ts';
import { articleForm, giveWords, leadingForm, takesPicture } from '#utils/cms/learned/giveWords.ts';
import type { SeenSave } from '#utils/cms/learned/observe.ts';
import { observeRequest } from '#utils/cms/learned/observeRequest.ts';
import type { LessonRefusal } from '#utils/cms/learned/refusal.ts';
import { emptyCard, standingForm } from '#utils/cms/learned/standingForm.ts';
import { watchSave } from '#utils/cms/learned/watchSave.ts';
import type { Output } from '#utils/messages.ts';
import { jpegFile } from '#utils/photos/jpegFile.ts';
import { send } from '#utils/runtime/send.ts';
import { findOut } from './findOut.ts';
import { watchGoods } from './goods.ts';
import { drawNote } from './note.ts';
import { drawShared, type SharedHere, sharedHere } from './shared.ts';
import { watchStanding } from './standing.ts';
import { watchUploads } from './uploads.ts';
import { watchRequests } from './watchRequests.ts';

export type Here = NonNullable<Output<'lesson/here'>>;

/** How long (ms) a page's script may take from the press to its request. */
const SCRIPT_MS = 2500;

/**
 * The lesson on this page, until it ends or the page is left. `watching` is given what looks whether this lesson is still
 * the one that runs. Answers true when another one has begun meanwhile.
 */
export async function lessonPage(document: Document, watching: (again: () => void) => void): Promise<boolean> {
  const here = await ask();
  if (here === null || here.lesson.step === 'learned') return false;
  const note = drawNote(document);
  const left = Promise.withResolvers<boolean>();
  const end = (isNewer = false) => {
    note.remove();
    stopWatching();
    left.resolve(isNewer);
  };
  let isDone = false;
  watching(async () => {
    const now = await ask();
    if (now === null) end();
    else if (now.lesson.startedAt !== here.lesson.startedAt) end(true);
    // Learned in another tab: there it is said.
    else if (now.lesson.step === 'learned' && !isDone) end();
  });
  const show = async (text?: string): Promise<void> => {
    const now = await ask();
    if (now === null) return end();
    draw(now, text);
  };
  const stop = () =>
    void send('lesson/stop', {})
      .catch(() => undefined)
      .then(() => end());
  const draw = ({ lesson, say }: Here, text = say.text): void => {
    const isOver = lesson.step === 'learned';
    isDone = isOver;
    if (isOver) stopWatching();
    const canLook = !isOver && (lesson.save !== null || lesson.pressed !== undefined) && lesson.why !== null;
    const isOpen = lesson.step === 'open' || lesson.step === 'refused';
    const hasForm = isOpen && formHere() !== null;
    hadForm = hasForm;
    if (hasForm && lesson.deed === undefined) void findShared();
    if (shared !== null && hasForm && lesson.why === null && text === say.text) {
      drawShared(document, note, shared, {
        title: say.title,
        close: say.close,
        end: () => end(),
        taken: () => {
          isDone = true;
          stopWatching();
        },
        own: showOwn,
      });
      return;
    }
    const gives = hasForm && lesson.deed !== 'takeDown' && lesson.deed !== 'productOff';
    note.say(say.title, hasForm && lesson.why === null && text === say.text ? say.fill : text, [
      ...(gives ? [{ label: say.give, isMain: true, press: () => void giveOnce(say) }] : []),
      ...(canLook ? [{ label: say.again, isMain: true, press: () => void look() }] : []),
      { label: isOver ? say.close : say.stop, isMain: false, press: stop },
    ]);
  };
  /** What others have shown of this form; asked once. */
  let shared: SharedHere | null = null;
  let isAsked = false;
  const findShared = async (): Promise<void> => {
    if (isAsked) return;
    isAsked = true;
    shared = await sharedHere(document);
    if (shared !== null) await show();
  };
  const showOwn = (): void => {
    shared = null;
    void show();
  };
  const give = async (say: Here['say']): Promise<void> => {
    if (goods !== null) return show(await goods.give(say).catch(() => say.notGiven));
    const form = formHere();
    if (form === null || (standing !== null && !emptyCard(form, link))) return show(say.notGiven);
    const hasPictureField = takesPicture(form);
    const given = await send('lesson/give', { hasPictureField }).catch(() => null);
    if (given === null || (standing !== null && !given.isIn)) return show(say.notGiven);
    if (standing !== null) return show(say.given);
    const picture = given.picture === null || !hasPictureField ? null : await jpegFile(given.picture);
    if (picture !== null) {
      requests.picture(picture.name);
      await show(say.sending);
    }
    let put = { title: false, picture: false, link: false };
    const isPictured = await uploads.give(form, () => {
      put = giveWords(form, { title: given.title, picture, pictureUrl, link });
      return put.picture;
    });
    const lacking = [
      ...(put.title ? [] : [say.parts.title]),
      ...(given.isIn || put.link ? [] : [say.parts.body]),
      ...(isPictured || given.picture === null || !hasPictureField ? [] : [say.parts.picture]),
    ];
    await show(lacking.length === 0 ? say.given : `${say.lacking} ${lacking.join(', ')}.`);
  };
  // While the photo is on its way a second press sends it no second time; the button stays where it is.
  let isGiving = false;
  const giveOnce = async (say: Here['say']): Promise<void> => {
    if (isGiving) return;
    isGiving = true;
    await give(say).finally(() => {
      isGiving = false;
    });
  };
  const look = async (): Promise<void> => {
    const now = await ask();
    if (now === null) return end();
    draw(now, now.say.looking);
    await findOut(document, now, goods ?? standing);
    await show();
  };
  const { link, title, pictureUrl } = here.lesson;
  const uploads = watchUploads(document);
  const words = { link, title, pictureUrl, now: Date.now(), uploads: uploads.seen };
  let hadForm = false;
  const goods = watchGoods(document, here.lesson, () => {
    if (!hadForm && formHere() !== null) void show();
  });
  const standing = watchStanding(document, here.lesson, words, () => {
    if (!hadForm && formHere() !== null) void show();
  });
  const formHere = () =>
    goods !== null
      ? goods.form()
      : standing === null
        ? (articleForm(document) ?? leadingForm(document))
        : standingForm(document, link);
  const saw = async (seen: SeenSave | LessonRefusal): Promise<void> => {
    const save = typeof seen === 'string' ? null : { ...seen, action: seen.action.href, page: document.location.href };
    await send('lesson/saw', { save, why: typeof seen === 'string' ? seen : null }).catch(() => undefined);
    await show();
  };
  // A page whose script has saved may stay; where the browser leads on, the next page looks.
  const staysAfter = async (milliseconds: number): Promise<void> => {
    await pause(milliseconds);
    const now = await ask();
    if (now?.lesson.step === 'saved' && now.lesson.why === null) await look();
  };
  const endSave = watchSave(document, words, {
    saved: (seen) => void saw(seen),
    byScript: () => void noRequestAfter(SCRIPT_MS),
    ...(standing !== null && { observe: standing.observe }),
    ...(goods !== null && { observe: goods.observe }),
  });
  const noRequestAfter = async (milliseconds: number): Promise<void> => {
    await pause(milliseconds);
    const now = await ask();
    if (now?.lesson.step === 'open' && now.lesson.why === null)
      await send('lesson/saw', { save: null, why: 'by_script' });
    await show();
    await staysAfter(0);
  };
  const requests = watchRequests(document, (request) => {
    const about = standing?.words() ?? words;
    const found = observeRequest(request, about, new URL(document.location.href), (name) => isChoiceIn(document, name));
    const seen = found === null || typeof found === 'string' ? found : (standing?.withBefore(found) ?? found);
    // What is told of without the product's address is its picture.
    if (found === null) uploads.heard(request);
    // How a script saves a product is not learned.
    if (seen !== null && goods !== null) return void noRequestAfter(0);
    if (seen !== null) void saw(seen).then(() => staysAfter(SCRIPT_MS));
  });
  const endPress =
    standing !== null
      ? () => undefined
      : watchPress(document, words, here.lesson.siteUrl, {
          pressed: (pressed) => void send('lesson/pressed', { pressed }).catch(() => undefined),
          alone: () => void noRequestAfter(SCRIPT_MS),
        });
  const stopWatching = () => {
    endPress();
    endSave();
    requests.end();
    standing?.stop();
    goods?.stop();
  };
  draw(here);
  // What a person deletes is gone as well, but how that is done is not learned.
  if (here.lesson.deed === 'takeDown' && here.lesson.step === 'open' && (await standing?.isGone())) {
    await send('lesson/saw', { save: null, why: 'deleted' }).catch(() => undefined);
    await show();
  }
  // A save that was seen on the page before this one: where has the article come to stand?
  // The page with the form shows the admin's own list, maybe to everybody: whether that is where it stands, the person says.
  const isForm = here.lesson.save?.page === document.location.href;
  const isHere = here.lesson.why === 'not_public' && !isForm && listingLinks(document).includes(link);
  if (here.lesson.step === 'saved' && (here.lesson.why === null || isHere)) await look();
  return left.promise;
}

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

const ask = (): Promise<Here | null> => send('lesson/here', {}).catch(() => null);
