import { editables } from '#utils/cms/editor/contenteditable.ts';
import { onPage } from '#utils/cms/editor/shown.ts';
import { type Control, isEditorsOwn, isFile, isSelect, isTick } from '#utils/cms/learned/formShape.ts';

/** Something on a page that a person fills in, under the name by which it is found again. */
export interface LivePart {
  key: string;
  element: Control | HTMLElement;
  /** Null for what an editor lets people write in. */
  control: Control | null;
}

const NOTHING = ['submit', 'button', 'image', 'reset', 'hidden'];
/** How scripts bind a control that has no name. */
const MODEL = /^(?:wire:model|x-model|v-model|ng-model|formcontrolname)/i;
/** An id that is another one each time the page is drawn. */
const PASSING_ID = /^:|\d{2,}|[0-9a-f]{8}/i;

/** What a person can fill in within a form, or on a page without one, in its order. */
export function livePartsOf(root: HTMLElement): LivePart[] {
  const all =
    root instanceof HTMLFormElement ? [...root.elements] : [...root.querySelectorAll('input, select, textarea')];
  const controls = all.filter((element): element is Control => {
    if (!element.matches('input, select, textarea') || isEditorsOwn(element)) return false;
    const control = element as Control;
    if (NOTHING.includes(control.type)) return false;
    // Ticks and file inputs are often hidden behind their labels; a text field behind an editor is the editor's own.
    return isTick(control) || isFile(control) || isSelect(control) || isSeen(control);
  });
  const written = editables(root.ownerDocument).filter((element) => root.contains(onPage(element)));
  return [
    ...controls.map((control) => ({ key: keyOf(control), element: control, control })),
    ...written.map((element) => ({ key: keyOfEditor(element, root), element, control: null })),
  ].filter(({ key }) => key !== '');
}

/** The names of all that can be filled in: by these the form is known again. */
export const liveNames = (root: HTMLElement): string[] => [...new Set(livePartsOf(root).map(({ key }) => key))].sort();

/** What stands in a part now; of ticks and choices there may be several. */
export function liveValues({ element, control }: LivePart): string[] {
  if (control === null) return [element.innerHTML];
  if (isTick(control)) return (control as HTMLInputElement).checked ? [control.value] : [];
  if (isSelect(control)) return [...control.selectedOptions].map(({ value }) => value);
  return isFile(control) ? [] : [control.value];
}

export const isSeen = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true });

function keyOf(control: Control): string {
  const model = control.getAttributeNames().find((name) => MODEL.test(name));
  const id = PASSING_ID.test(control.id) ? '' : control.id;
  const [label] = control.labels ?? [];
  const said =
    (label && ownWords(label)) || control.getAttribute('aria-label') || control.getAttribute('placeholder') || '';
  return tidy(control.name || (model && control.getAttribute(model)) || id || said);
}

/** A label without what stands in it to be filled in: its choices and its first words are no name. */
function ownWords(label: HTMLLabelElement): string {
  const words = label.cloneNode(true) as HTMLLabelElement;
  for (const inner of words.querySelectorAll('select, textarea, button, script, style')) inner.remove();
  return words.textContent.trim();
}

/** Editors give what is written in no name; the element around it mostly has one. */
function keyOfEditor(element: HTMLElement, root: HTMLElement): string {
  const label = element.getAttribute('aria-label');
  for (let at: Element | null = onPage(element); at !== null && at !== root; at = at.parentElement)
    if (at.id !== '' && !PASSING_ID.test(at.id)) return tidy(at.id);
  return tidy(label ?? '') || 'editor';
}

/** One line of at most 120 characters, as a recipe holds it. */
export function tidy(text: string, longest = 120): string {
  return text
    .replace(/[\p{Cc}\p{Cs}\s]+/gu, ' ')
    .trim()
    .slice(0, longest)
    .trim();
}
