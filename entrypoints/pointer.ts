import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { send } from '#utils/runtime/send.ts';
import { drawNote } from './learner/note.ts';

declare global {
  /** True while a field is pointed at in this page; seen in our own world of the page alone. */
  var dodolanPointer: boolean | undefined;
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Asks the person to press the field of one part of the article, and keeps what they pressed. */
export default defineUnlistedScript(() => {
  if (globalThis.dodolanPointer || browser.runtime?.id === undefined) return;
  globalThis.dodolanPointer = true;
  void point().finally(() => {
    globalThis.dodolanPointer = undefined;
  });
});

async function point(): Promise<void> {
  const here = await send('recipe/pointing', {}).catch(() => null);
  if (here === null) return;
  const { say } = here;
  const note = drawNote(document);
  const left = Promise.withResolvers<void>();
  const end = () => {
    window.removeEventListener('click', press, true);
    note.remove();
    left.resolve();
  };
  const stop = () => void send('recipe/pointed', { field: null }).catch(() => undefined);
  const draw = (text: string, label: string) =>
    note.say(say.title, text, [
      {
        label,
        isMain: false,
        press: () => {
          stop();
          end();
        },
      },
    ]);
  const press = (event: MouseEvent): void => {
    const field = fieldAt(event.target);
    // Our own note lies in a shadow root, so that its presses are of its host.
    if (!event.isTrusted || field === null) return;
    // The page is not to do anything at this press: it only tells which field is meant.
    event.preventDefault();
    event.stopImmediatePropagation();
    void take(field);
  };
  const take = async (field: Field): Promise<void> => {
    const told = { name: field.name, isFile: field.type === 'file' };
    const why = field.name === '' ? 'not_sent' : await send('recipe/pointed', { field: told }).then((one) => one.why);
    if (why !== null) return draw(say[why], say.stop);
    window.removeEventListener('click', press, true);
    draw(say.done, say.close);
  };
  window.addEventListener('click', press, true);
  draw(say.text, say.stop);
  await left.promise;
}

/** The field that a press means: itself, or by its label. */
function fieldAt(target: EventTarget | null): Field | null {
  if (!(target instanceof Element)) return null;
  const label = target.closest('label');
  const field = target.closest('input, textarea, select') ?? label?.control ?? null;
  return field === null || field.matches('[type=submit], [type=button], [type=reset]') ? null : (field as Field);
}
