import { controlsOf, shownNames } from '#utils/cms/learned/formShape.ts';
import { choicesOf } from '#utils/cms/learned/observe.ts';
import { FORMS_MAX, type SharedWay } from '#utils/model/sharedWay.ts';
import { send } from '#utils/runtime/send.ts';
import type { Note } from './note.ts';

/** How others save with a form of this page, and what is sent to take that. */
export interface SharedHere {
  way: SharedWay;
  controls: string[];
}

/**
 * Asks whether others have shown already how a form of this page is saved. The page is read once more, because scripts may
 * have put controls of their own into the one that is shown. Null where nothing is offered, or nothing could be read.
 */
export async function sharedHere(document: Document): Promise<SharedHere | null> {
  try {
    const page = document.location.href;
    const answer = await fetch(page, { credentials: 'same-origin', headers: { accept: 'text/html' } });
    if (!answer.ok) return null;
    const read = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const forms = [...read.forms].map(shownNames).filter((names) => names.length > 1);
    const way = await send('lesson/shared', { page, forms: forms.slice(0, FORMS_MAX) });
    return way && { way, controls: forms[way.form] ?? [] };
  } catch {
    return null;
  }
}

/**
 * Takes what others have shown, with what the person has chosen in the form. Answers what they still have to choose, as
 * the page calls it; nothing when it is taken. Throws as `send` does.
 */
async function takeShared(document: Document, { way, controls }: SharedHere): Promise<string[]> {
  // A search of the same page may ask for a category, too: the form is the one with the most of these controls.
  const has = (form: HTMLFormElement) => controls.filter((name) => form.elements.namedItem(name) !== null).length;
  const [form] = [...document.forms]
    .filter((one) => way.asked.every((name) => one.elements.namedItem(name) !== null))
    .sort((one, other) => has(other) - has(one));
  const asked = form === undefined ? [] : controlsOf(form).filter(({ name }) => way.asked.includes(name));
  const data = form && new FormData(form);
  const chosen = [...new Map(asked.map((control) => [control.name, control])).values()].flatMap((control) =>
    choicesOf(
      control,
      (data?.getAll(control.name) ?? []).filter((value) => typeof value === 'string'),
    ),
  );
  const open = way.asked.filter((name) => !chosen.some((choice) => choice.name === name && choice.value !== ''));
  if (open.length > 0) return open.map((name) => labelOf(asked.find((one) => one.name === name)) ?? name);
  await send('lesson/take', { id: way.id, page: document.location.href, controls, chosen });
  return [];
}

interface Around {
  title: string;
  close: string;
  /** The note is closed; the way is taken; the person shows it themself. */
  end(): void;
  taken(): void;
  own(): void;
}

/** Offers it in the note, asks for what is left to choose, and says when it is taken. */
export function drawShared(
  document: Document,
  note: Note,
  here: SharedHere,
  around: Around,
  text = here.way.say.text,
): void {
  const { use, own, choose, taken, failed } = here.way.say;
  const take = async (): Promise<void> => {
    const open = await takeShared(document, here).catch(() => null);
    if (open === null) return drawShared(document, note, here, around, failed);
    if (open.length > 0) return drawShared(document, note, here, around, `${choose} ${open.join(', ')}.`);
    around.taken();
    note.say(around.title, taken, [{ label: around.close, isMain: false, press: around.end }]);
  };
  note.say(around.title, text, [
    { label: use, isMain: true, press: () => void take() },
    { label: own, isMain: false, press: around.own },
  ]);
}

function labelOf(control: { labels?: NodeListOf<HTMLLabelElement> | null } | undefined): string | null {
  return control?.labels?.[0]?.textContent?.trim() || null;
}
