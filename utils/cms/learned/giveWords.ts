import { areaOf, formAround } from './formArea.ts';
import { isEditorsOwn } from './formShape.ts';
import { PICTURE } from './pictureParts.ts';
import { dropInto, dropPlace, isWidget, widgetInput } from './pictureWidgets.ts';

/** What is said of a picture, and no picture. */
const CAPTION = /caption|keterangan|\balt\b|credit|judul|nama/i;
const TITLE = /judul|title|tajuk|headline|nama/i;
const LINK = /link|tautan|\burl|sumber/i;

/**
 * Puts title and picture into the form that holds the article's body, as the person would: they see it, and may change
 * it. What is filled already is left alone. Answers what was put in.
 */
export function giveWords(
  form: HTMLFormElement,
  {
    title,
    picture,
    pictureUrl,
    link = null,
    line = titleLine(form) ?? linesOf(form)[0],
  }: {
    title: string;
    picture: File | null;
    pictureUrl: string | null;
    link?: string | null;
    line?: HTMLInputElement | undefined;
  },
): { title: boolean; picture: boolean; link: boolean } {
  const isTitled = line !== undefined && (line.value === '' || line.value === title);
  if (isTitled) typeInto(line, title);
  const box = pictureLines(form).find((input) => input !== line && input.value === '');
  if (box !== undefined && pictureUrl !== null) typeInto(box, pictureUrl);
  const address = link === null || writingIn(form).length > 0 ? undefined : linkLine(form);
  const isLinked = address !== undefined && link !== null && (address.value === '' || address.value === link);
  if (isLinked) typeInto(address, link);
  return { title: isTitled, picture: picture !== null && givePicture(form, picture), link: isLinked };
}

/** Puts the picture where the form takes one; false where it holds another already, or takes none. */
function givePicture(form: HTMLFormElement, picture: File): boolean {
  const file = pictureInput(form);
  const place = file === undefined ? dropPlace(form) : undefined;
  if (place !== undefined) dropInto(place, picture);
  return file === undefined ? place !== undefined : chooseFile(file, picture);
}

/** Whether the form takes a picture by itself. */
export const takesPicture = (form: HTMLFormElement): boolean =>
  pictureInput(form) !== undefined || dropPlace(form) !== undefined;

/** The lines for a picture's address, those too into which only a file manager of the site writes. */
function pictureLines(form: HTMLFormElement): HTMLInputElement[] {
  const isPicture = ({ name, id }: HTMLInputElement) => PICTURE.test(`${name} ${id}`) && !CAPTION.test(`${name} ${id}`);
  return linesOf(form, pictureInput(form) === undefined).filter(isPicture);
}

/** On sites whose news only lead elsewhere: the line for the address, in a form that has no text. */
function linkLine(form: ParentNode): HTMLInputElement | undefined {
  const lines = linesOf(form).filter((input) => !PICTURE.test(`${input.name} ${input.id}`));
  return lines.find(({ type }) => type === 'url') ?? lines.find(({ name, id }) => LINK.test(`${name} ${id}`));
}

/** The line for the article's title, by what it is called. */
export function titleLine(form: ParentNode, called: RegExp = TITLE): HTMLInputElement | undefined {
  const labelOf = ({ labels }: HTMLInputElement) => labels?.[0]?.textContent ?? '';
  return linesOf(form).find((input) => called.test(`${input.name} ${input.id} ${input.placeholder} ${labelOf(input)}`));
}

/** The lines of a form that a person can type in; with those that only a script fills. */
function linesOf(root: ParentNode, isFilledToo = false): HTMLInputElement[] {
  const lines = partOf(root).querySelectorAll<HTMLInputElement>('input[type=text], input[type=url], input:not([type])');
  return [...lines].filter(
    (input) =>
      input.checkVisibility({ visibilityProperty: true }) && (isFilledToo || !input.readOnly) && !input.disabled,
  );
}

/**
 * The form's own field for the article's picture: the one that is called so, of several the first that is empty, else one
 * that takes pictures, or that of an upload script.
 */
export function pictureInput(form: HTMLFormElement): HTMLInputElement | undefined {
  const all = [...areaOf(form).querySelectorAll<HTMLInputElement>('input[type=file]')];
  const files = all.filter((one) => !isEditorsOwn(one) && !isWidget(one));
  const called = files.filter(({ name, id }) => PICTURE.test(`${name} ${id}`));
  const own = called.find((one) => one.files?.length === 0) ?? called[0];
  return own ?? files.find(({ accept }) => accept.includes('image')) ?? widgetInput(form);
}

/** The page's own scripts hear of it as of typing. */
function typeInto(input: HTMLInputElement, text: string): void {
  input.value = text;
  for (const type of ['input', 'change']) input.dispatchEvent(new Event(type, { bubbles: true }));
}

/** Puts a picture into a file input that is empty, as a person would; false where one is chosen already. */
export function chooseFile(input: HTMLInputElement, picture: File): boolean {
  if (input.files?.length !== 0) return false;
  const chosen = new DataTransfer();
  chosen.items.add(picture);
  input.files = chosen.files;
  for (const type of ['input', 'change']) input.dispatchEvent(new Event(type, { bubbles: true }));
  return true;
}

const partOf = (root: ParentNode): ParentNode => (root instanceof HTMLFormElement ? areaOf(root) : root);

/** Where a person writes more than a line. */
const writingIn = (root: ParentNode): HTMLElement[] => [
  ...partOf(root).querySelectorAll<HTMLElement>('textarea, [contenteditable="true"], iframe'),
];

/** The form on this page that an article is written in: the one with an editor or a text field, the biggest first. */
export function articleForm(document: Document): HTMLFormElement | null {
  const areas = [...document.querySelectorAll('form')].flatMap(writingIn);
  const size = (element: HTMLElement) => {
    const { width, height } = element.getBoundingClientRect();
    return width * height;
  };
  const [biggest] = areas.sort((a, b) => size(b) - size(a));
  return biggest === undefined ? null : formAround(biggest);
}

/** The form that asks for a title and an address alone; other things of a site are asked for so, too. */
export function leadingForm(document: Document): HTMLFormElement | null {
  const forms = [...document.querySelectorAll('form')];
  return forms.find((form) => titleLine(form) !== undefined && linkLine(form) !== undefined) ?? null;
}
