/**
 * Upload scripts that draw a place of their own for a picture. FilePond takes a form's file input away and puts another in
 * its place; Dropzone keeps one at the end of the page, out of sight, and makes a new one after each choice.
 */
const FILEPOND = 'input.filepond--browser';
const DROPZONE = 'input.dz-hidden-input';
/** What such a script draws of a picture that it has taken. */
const ITEMS = '.filepond--item, .dz-preview';

/** How long (ms) a picture may be on its way, and how long nothing may happen before it is taken as done. */
const BUSY_MAX = 15_000;
const STILL_MAX = 1200;
const STEP = 200;

const takesPictures = ({ accept, disabled }: HTMLInputElement): boolean =>
  !disabled && (accept === '' || /image|\.jpe?g/i.test(accept));

/** True for an input of such a script, whose choice is its own matter: it keeps no file. */
export const isWidget = (input: Element): boolean => input.matches(`${FILEPOND}, ${DROPZONE}`);

/**
 * The input by which such a script takes the article's picture: the form's own, or the only one that stands outside every
 * form. Of several outside nobody knows whose they are.
 */
export function widgetInput(form: HTMLFormElement): HTMLInputElement | undefined {
  const [pond] = [...form.querySelectorAll<HTMLInputElement>(FILEPOND)].filter(takesPictures);
  if (pond !== undefined) return pond;
  const zones = [...form.ownerDocument.querySelectorAll<HTMLInputElement>(DROPZONE)].filter(takesPictures);
  const inForm = zones.filter((zone) => form.contains(zone));
  return inForm[0] ?? (zones.length === 1 ? zones[0] : undefined);
}

/** The place within the form on which a picture can be dropped, where it is none of the inputs. */
export function dropPlace(form: HTMLFormElement): HTMLElement | undefined {
  return form.querySelector<HTMLElement>('.dropzone.dz-clickable, .dz-clickable') ?? undefined;
}

/** Drops a picture as a person does who drags it there. */
export function dropInto(place: HTMLElement, picture: File): void {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(picture);
  for (const type of ['dragenter', 'dragover', 'drop'])
    place.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
}

type State = 'none' | 'still' | 'busy' | 'done' | 'failed';

function stateOf(item: Element | undefined): State {
  if (item === undefined) return 'none';
  const said = item.getAttribute('data-filepond-item-state') ?? '';
  const has = (name: string) => item.classList.contains(name);
  if (/error|invalid/.test(said) || has('dz-error')) return 'failed';
  if (said === 'processing-complete' || has('dz-success')) return 'done';
  return /processing|busy|loading/.test(said) || (has('dz-processing') && !has('dz-complete')) ? 'busy' : 'still';
}

/** The last picture that an upload script has drawn; asked before one is given. */
export const lastItem = (document: Document): Element | undefined => [...document.querySelectorAll(ITEMS)].at(-1);

/**
 * Whether the script has taken another picture than that before, and sent it where it sends it at once. `isSent` says
 * whether the page was seen to send it: some take away what they have drawn as soon as it is sent. Where something is
 * drawn, that says when the form holds what the answer said.
 */
export async function isTaken(
  document: Document,
  before: Element | undefined,
  { wait, isSent }: { wait(ms: number): Promise<void>; isSent(): boolean },
): Promise<boolean> {
  const item = () => [lastItem(document)].find((one) => one !== before);
  let still = 0;
  for (let passed = 0; passed < BUSY_MAX && still < STILL_MAX; passed += STEP) {
    await wait(STEP);
    const state = stateOf(item());
    if (state === 'failed') return false;
    if (state === 'done' || (state === 'none' && isSent())) return true;
    still = state === 'busy' ? 0 : still + STEP;
  }
  return item() !== undefined;
}
