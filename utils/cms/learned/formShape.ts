/** What can be read of a form without a layout, in a live page and in a fetched one alike. */

export type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/**
 * Where editors draw their toolbars and dialogs. Summernote's stand within the site's own form, with a file input of
 * their own that the browser sends too; the page as it is fetched knows nothing of them.
 */
const EDITORS_OWN =
  '.note-editor, .note-modal, .tox, .cke, .ck, .ql-toolbar, .ql-tooltip, trix-toolbar, .jodit-container';

/** True for a control that belongs to an editor and not to the site's form. */
export const isEditorsOwn = (control: Element): boolean => control.closest(EDITORS_OWN) !== null;

/** Controls that send something, in the form's order. Buttons are none: the one that was pressed is told apart. */
export function controlsOf(form: HTMLFormElement): Control[] {
  return [...form.elements].filter((element): element is Control => {
    if (!element.matches('input, select, textarea') || isEditorsOwn(element)) return false;
    const { name, type } = element as Control;
    return name !== '' && !['submit', 'button', 'image', 'reset'].includes(type);
  });
}

export const isHidden = ({ type }: Control): boolean => type === 'hidden';
export const isTick = ({ type }: Pick<Control, 'type'>): boolean => type === 'checkbox' || type === 'radio';
export const isSelect = (control: Control): control is HTMLSelectElement => control.type.startsWith('select');
export const isFile = ({ type }: Control): boolean => type === 'file';

/** Lines that say the same of every article: many sites demand them without their form saying so. */
const SAME_EACH_TIME = /kategori|categor|rubrik|penulis|author|pengarang|waktu|jam\b/i;

/** A line that a person fills in alike each time: one that the form demands, a category, an author, a time of day. */
export const isStanding = ({ type, name, required }: Pick<Control, 'type' | 'name' | 'required'>): boolean =>
  (type === 'text' && (required || SAME_EACH_TIME.test(name))) || type === 'time';

/** Whether a person chooses in a control of this name somewhere on the page, or says the same in it each time. */
export function isChoiceIn(document: Document, name: string): boolean {
  const controls = [...document.forms].flatMap(controlsOf).filter((control) => control.name === name);
  return controls.some((control) => isTick(control) || isSelect(control) || isStanding(control));
}

/**
 * The names of the controls that a person sees, each once and in order: by these a form is known again. Hidden ones are
 * left out, because tokens come and go.
 */
export function shownNames(form: HTMLFormElement): string[] {
  const shown = controlsOf(form).filter((control) => !isHidden(control));
  return [...new Set(shown.map(({ name }) => name))].sort();
}

/** Where the form posts to. The attribute is read, because a field named "action" hides the form's own. */
export function actionOf(form: HTMLFormElement, page: URL): URL | null {
  return URL.parse(form.getAttribute('action') || page.href, page.href);
}

/** What the browser would send of a control that nobody has touched; several of one name are joined by a line end. */
export function untouched(form: HTMLFormElement, name: string): string {
  return controlsOf(form)
    .filter((control) => control.name === name)
    .flatMap((control) => {
      if (isTick(control)) return control.hasAttribute('checked') ? [control.value] : [];
      if (isSelect(control)) return selectedAtFirst(control);
      return isFile(control) ? [] : [control.getAttribute('value') ?? control.textContent ?? ''];
    })
    .join('\n');
}

function selectedAtFirst(select: HTMLSelectElement): string[] {
  const options = [...select.options];
  const marked = options.filter((option) => option.hasAttribute('selected'));
  if (marked.length > 0) return marked.map(({ value }) => value);
  return select.multiple || options[0] === undefined ? [] : [options[0].value];
}
