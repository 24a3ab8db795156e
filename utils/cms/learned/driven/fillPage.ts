import { textFor, type Words } from '#utils/cms/learned/fillForm.ts';
import { type Control, isSelect, isTick } from '#utils/cms/learned/formShape.ts';
import { sameTitle } from '#utils/cms/learned/safeWords.ts';
import { liveValues } from './liveForm.ts';
import { type DrivenDeed, fileIn, partsNamed } from './shownPage.ts';

/** Puts an article into the editor that has the cursor. Answers whether it is in. */
export type Give = (card: { html: string; isWords: boolean }) => Promise<boolean>;

/** Makes the shown choices, as a person does: the page's scripts hear of each. */
export function makeChoices(root: HTMLElement, deed: DrivenDeed): void {
  for (const [name, choices] of Map.groupBy(deed.chosen, (choice) => choice.name)) {
    const values = choices.map(({ value }) => value);
    for (const { control } of partsNamed(root, name)) if (control !== null) choose(control, values);
  }
}

function choose(control: Control, values: readonly string[]): void {
  if (isTick(control)) {
    const tick = control as HTMLInputElement;
    const isOn = values.includes(tick.value);
    // A radio button is left by pressing another one.
    if (tick.checked !== isOn && (isOn || tick.type === 'checkbox')) tick.click();
  } else if (isSelect(control)) {
    const was = liveValues({ key: '', element: control, control }).join('\n');
    for (const option of control.options) option.selected = values.includes(option.value);
    if (was !== values.join('\n')) heard(control);
  } else typeInto(control, values[0] ?? '');
}

/** Fills in the article's parts, the longest last, so that what a script makes of the title stands before it. */
export async function fillPage(root: HTMLElement, deed: DrivenDeed, words: Words, give: Give): Promise<void> {
  const hasPictureField = deed.fields.some(({ role }) => role === 'picture');
  const isLong = ({ role }: DrivenDeed['fields'][number]) => role === 'body';
  const inOrder = [...deed.fields].sort((one, other) => Number(isLong(one)) - Number(isLong(other)));
  for (const field of inOrder) {
    const parts = partsNamed(root, field.name);
    if (field.role === 'picture') {
      const input = fileIn(parts);
      if (input !== null && words.picture !== null) takePicture(input, words.picture);
      continue;
    }
    const text = textFor(field, words, hasPictureField);
    const [part] = parts;
    if (part === undefined) continue;
    if (part.control !== null) typeInto(part.control as HTMLInputElement, text);
    else {
      part.element.focus();
      await give({ html: text, isWords: field.form === 'text' });
    }
  }
}

/** Whether each part holds what was put in: some pages take it out again. */
export function isFilled(root: HTMLElement, deed: DrivenDeed, { title, post: { link } }: Words): boolean {
  return deed.fields.every(({ role, name }) => {
    const values = partsNamed(root, name).flatMap(liveValues);
    if (role === 'title') return values.some((value) => sameTitle(value) === sameTitle(title));
    if (role === 'link') return values.some((value) => value.trim() === link);
    return role !== 'body' || values.some((value) => value.includes(link));
  });
}

function typeInto(control: Exclude<Control, HTMLSelectElement> | Control, text: string): void {
  if (control.value === text) return;
  control.focus();
  control.value = text;
  heard(control);
}

function takePicture(input: HTMLInputElement, { blob, name }: NonNullable<Words['picture']>): void {
  const chosen = new DataTransfer();
  chosen.items.add(new File([blob], name, { type: blob.type }));
  input.files = chosen.files;
  heard(input);
}

function heard(control: Control): void {
  for (const type of ['input', 'change']) control.dispatchEvent(new Event(type, { bubbles: true }));
}
