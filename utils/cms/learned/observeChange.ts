import { actionOf, type Control, controlsOf, isFile, isHidden, isSelect, isTick, untouched } from './formShape.ts';
import { choicesOf, isTooMuch, type LessonWords, partOf, type SeenSave } from './observe.ts';
import { pictureField } from './pictureParts.ts';
import { type LessonRefusal, refusalOf } from './refusal.ts';
import { sameTitle } from './safeWords.ts';
import { inForm } from './toDeed.ts';

/** How many choices are kept of one save. */
const MOST = 60;

/**
 * What a form that is just being sent shows of how an article of ours is changed on this site; null when it is about
 * another article, and then nothing of it is looked at further. Ours is what holds the product's address, in what is sent
 * or in what stood there before: whoever takes an article down may have emptied it.
 */
export function observeChange(
  form: HTMLFormElement,
  sent: Pick<FormData, 'getAll'>,
  words: LessonWords,
  { page, press, isSeen }: { page: URL; press: SeenSave['press']; isSeen: boolean },
): SeenSave | LessonRefusal | null {
  const controls = controlsOf(form);
  const names = [...new Set(controls.map(({ name }) => name))];
  const textOf = (name: string) => sent.getAll(name).filter((value) => typeof value === 'string');
  const isOurs = (name: string) =>
    textOf(name).some((value) => value.includes(words.link)) || untouched(form, name).includes(words.link);
  if (!names.some(isOurs)) return null;
  const refused = refusalOf(form, page, isSeen);
  if (refused !== null) return refused;

  const fields: SeenSave['fields'] = [];
  const shown: SeenSave['shown'] = [];
  for (const name of names) {
    const [control] = controls.filter((one) => one.name === name);
    if (control === undefined) continue;
    const field = isFile(control) ? pictureField(name, sent) : partNow(control, form, textOf(name)[0] ?? '', words);
    if (field !== null) fields.push(field);
    else if (!isHidden(control) && !isFile(control)) shown.push(...choicesOf(control, textOf(name)));
  }
  if (isTooMuch(fields, shown)) return 'too_many';
  if (!fields.some(({ role }) => role === 'title')) return 'no_title';
  const action = actionOf(form, page);
  if (action === null) return 'other_site';
  return { way: 'form', method: 'POST', action, fields, shown, press, before: choicesBefore(form, shown, 'form') };
}

/** Which part a field holds, told by what is sent, else by what stood there: the person may have changed the title too. */
function partNow(control: Control, form: HTMLFormElement, value: string, words: LessonWords) {
  if (isTick(control) || isSelect(control)) return null;
  const before = untouched(form, control.name);
  if (sameTitle(before) === sameTitle(words.title) && words.title !== '' && control.type !== 'hidden')
    return partOf(control.name, before, words);
  return (
    partOf(control.name, value, words) ?? (before.includes(words.link) ? partOf(control.name, before, words) : null)
  );
}

/** The same choices as the form had them before anybody touched it; what is no control of it is left out. */
export function choicesBefore(
  form: HTMLFormElement,
  shown: SeenSave['shown'],
  way: SeenSave['way'],
): NonNullable<SeenSave['before']> {
  const controls = controlsOf(form);
  const isChoice = (name: string) => controls.some((one) => one.name === name && (isTick(one) || isSelect(one)));
  const names = [...new Set(shown.map(({ name }) => name))].filter((name) => isChoice(inForm(name)));
  const before = names.flatMap((name) =>
    untouched(form, inForm(name))
      .split('\n')
      .map((value) => ({ name, value: way === 'json' ? JSON.stringify(value) : value }))
      .filter(({ value }) => value.length <= 100),
  );
  return before.slice(0, MOST);
}
