import { isInside } from '#contract/site.ts';
import { drawNote, type Note } from '#entrypoints/learner/note.ts';
import { assistContext } from '#utils/cms/assist/page.ts';
import { drive } from '#utils/cms/learned/driven/drive.ts';
import { lookAfter } from '#utils/cms/learned/driven/lookAfter.ts';
import { isDriven } from '#utils/cms/learned/driven/shownPage.ts';
import { asFollowed } from '#utils/cms/learned/mentions.ts';
import { unwritten } from '#utils/cms/traces.ts';
import { CmsError, type LinkBackPost } from '#utils/cms/types.ts';
import { toJpeg } from '#utils/photos/jpeg.ts';
import { DRIVER_INPUTS, type DriverInput, type DriverName, type DriverOutput } from '#utils/runtime/driverMessages.ts';
import { isQuestion } from '#utils/runtime/protocol.ts';
import { send } from '#utils/runtime/send.ts';
import { toFailure, unpacked } from '#utils/writer.ts';

type Work = { [N in DriverName]: (input: DriverInput<N>) => Promise<DriverOutput<N>> };

const TOOLS = {
  toJpeg,
  now: Date.now,
  wait: (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds)),
};

let note: Note | null = null;
const noteHere = (): Note => {
  note ??= drawNote(document);
  return note;
};

const WORK: Work = {
  async 'drive/fill'({ say, ...input }) {
    const { recipe, post, context } = about(input);
    const { create } = recipe;
    if (!isDriven(create)) throw unwritten(new CmsError('form_changed'));
    const stop = new AbortController();
    const typed = (event: KeyboardEvent) => {
      // The person writes here themself: nothing is put between their words.
      if (event.isTrusted && event.key.length === 1 && !event.ctrlKey && !event.altKey && !event.metaKey) stop.abort();
    };
    window.addEventListener('keydown', typed, true);
    noteHere().say(say.title, say.text, [{ label: say.stop, isMain: false, press: () => stop.abort() }]);
    try {
      return await drive(context, { ...recipe, create }, post, {
        ...TOOLS,
        stop: stop.signal,
        give: async (card) => (await send('driven/give', { id: post.listingId, ...card })).isIn,
        async begins(before) {
          // Pictures that a page holds within its own text have no address to be known by.
          const pictures = before.pictures.filter((src) => src.length <= 2000).slice(0, 400);
          const { mayPress } = await send('driven/begins', { id: post.listingId, ...before, pictures });
          // From here on there is nothing to be stopped.
          if (mayPress) noteHere().say(say.title, say.looking, []);
          return mayPress;
        },
      });
    } finally {
      window.removeEventListener('keydown', typed, true);
    }
  },
  async 'drive/look'({ say, before, ...input }) {
    const { recipe, post, context } = about(input);
    noteHere().say(say.title, say.looking, []);
    return lookAfter(context, recipe, post, before, TOOLS);
  },
  async 'drive/said'({ title, text, close }) {
    const end = () => {
      note?.remove();
      note = null;
    };
    noteHere().say(title, text, [{ label: close, isMain: false, press: end }]);
    return { done: true };
  },
};

function about({ image, recipe: shown, ...words }: Omit<DriverInput<'drive/fill'>, 'say'>) {
  if (!isInside(location.href, shown.siteUrl)) throw unwritten(new CmsError('signed_out'));
  const recipe = asFollowed(shown);
  const post: LinkBackPost = { ...words, image: image && unpacked(image) };
  return { recipe, post, context: assistContext(document, recipe.siteUrl) };
}

/** The answer to a question of the background, null when it is not for this script. Never rejects. */
export function answerDriver(question: unknown): Promise<unknown> | null {
  if (!isQuestion(question) || !Object.hasOwn(WORK, question.name)) return null;
  return work(question.name as DriverName, question.input);
}

async function work<N extends DriverName>(name: N, raw: unknown): Promise<unknown> {
  try {
    return { ok: true, value: await WORK[name](DRIVER_INPUTS[name].parse(raw) as DriverInput<N>) };
  } catch (error) {
    if (error instanceof CmsError) return toFailure(error);
    console.error(name, error);
    return toFailure(unwritten(new CmsError('markup_changed', error instanceof Error ? error.name : null)));
  }
}
