import { isEditorsOwn } from './formShape.ts';

const PICTURE = /foto|gambar|image|photo|thumb|cover|sampul/i;
const TITLE = /judul|title|tajuk|headline|nama/i;

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
    line = titleLine(form) ?? linesOf(form)[0],
  }: { title: string; picture: File | null; pictureUrl: string | null; line?: HTMLInputElement | undefined },
): { title: boolean; picture: boolean } {
  const lines = linesOf(form);
  const isTitled = line !== undefined && (line.value === '' || line.value === title);
  if (isTitled) typeInto(line, title);
  const box = lines.find((input) => input !== line && PICTURE.test(`${input.name} ${input.id}`) && input.value === '');
  if (box !== undefined && pictureUrl !== null) typeInto(box, pictureUrl);
  const file = pictureInput(form);
  const isPictured = picture !== null && file !== undefined && file.files?.length === 0;
  if (isPictured) choose(file, picture);
  return { title: isTitled, picture: isPictured };
}

/** The line for the article's title, by what it is called. */
export function titleLine(form: ParentNode, called: RegExp = TITLE): HTMLInputElement | undefined {
  const labelOf = ({ labels }: HTMLInputElement) => labels?.[0]?.textContent ?? '';
  return linesOf(form).find((input) => called.test(`${input.name} ${input.id} ${input.placeholder} ${labelOf(input)}`));
}

/** The lines of a form that a person can type in. */
function linesOf(form: ParentNode): HTMLInputElement[] {
  const lines = form.querySelectorAll<HTMLInputElement>('input[type=text], input[type=url], input:not([type])');
  return [...lines].filter(
    (input) => input.checkVisibility({ visibilityProperty: true }) && !input.readOnly && !input.disabled,
  );
}

/** The form's own field for the article's picture: the one that is called so, else one that takes pictures. */
export function pictureInput(form: HTMLFormElement): HTMLInputElement | undefined {
  const files = [...form.querySelectorAll<HTMLInputElement>('input[type=file]')].filter((one) => !isEditorsOwn(one));
  return files.find(({ name }) => PICTURE.test(name)) ?? files.find(({ accept }) => accept.includes('image'));
}

/** The page's own scripts hear of it as of typing. */
function typeInto(input: HTMLInputElement, text: string): void {
  input.value = text;
  for (const type of ['input', 'change']) input.dispatchEvent(new Event(type, { bubbles: true }));
}

function choose(input: HTMLInputElement, picture: File): void {
  const chosen = new DataTransfer();
  chosen.items.add(picture);
  input.files = chosen.files;
  for (const type of ['input', 'change']) input.dispatchEvent(new Event(type, { bubbles: true }));
}

/** The form on this page that an article is written in: the one with an editor or a text field, the biggest first. */
export function articleForm(document: Document): HTMLFormElement | null {
  const areas = [
    ...document.querySelectorAll<HTMLElement>('form textarea, form [contenteditable="true"], form iframe'),
  ];
  const size = (element: HTMLElement) => {
    const { width, height } = element.getBoundingClientRect();
    return width * height;
  };
  const [biggest] = areas.sort((a, b) => size(b) - size(a));
  return biggest?.closest('form') ?? null;
}
