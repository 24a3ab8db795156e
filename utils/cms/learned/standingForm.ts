import { countLinks } from '#utils/cms/link.ts';
import { plain } from '#utils/cms/plainText.ts';
import { ROW } from './articleShape.ts';
import { areaOf, formAround } from './formArea.ts';
import { controlsOf, isHidden, untouched } from './formShape.ts';
import { isTitled } from './publicLook.ts';
import { sameTitle } from './safeWords.ts';

/** The form on this page in which the article with this link stands, as a person sees it; null while there is none. */
export function standingForm(document: Document, link: string): HTMLFormElement | null {
  const forms = [...document.querySelectorAll('form')].filter((form) => form.checkVisibility());
  return forms.find((form) => contentsOf(form).some((text) => text.includes(link))) ?? null;
}

function contentsOf(form: HTMLFormElement): string[] {
  const edited = [...areaOf(form).querySelectorAll<HTMLElement>('[contenteditable]')].map(({ innerHTML }) => innerHTML);
  return [...controlsOf(form).map(({ value }) => value), ...edited];
}

/** What the article is called in a form, of the names that it may have; the first of these where the form has none. */
export function titleIn(form: ParentNode, titles: readonly string[]): string {
  const forms = form instanceof HTMLFormElement ? [form] : [...form.querySelectorAll('form')];
  const standing = new Set(forms.flatMap(linesOf));
  return titles.find((title) => standing.has(sameTitle(title))) ?? titles[0] ?? '';
}

/**
 * Whether what was clicked stands in a list's row of the article. Around and within the article's own form there are cards
 * and rows that say its title too: whoever clicks there has chosen it before.
 */
export function isInRow(target: EventTarget | null, titles: readonly string[]): boolean {
  if (!(target instanceof Element)) return false;
  const row = target.closest(ROW);
  const form = formAround(target);
  if (row === null || (form !== null && linesOf(form).some((line) => titles.map(sameTitle).includes(line))))
    return false;
  return titles.some((title) => title !== '' && isTitled([plain(row.textContent)], title));
}

/** What stands in a form's fields in sight, to be compared by `sameTitle`. */
function linesOf(form: HTMLFormElement): string[] {
  const inSight = controlsOf(form).filter((control) => !isHidden(control));
  return inSight.map(({ name }) => sameTitle(untouched(form, name))).filter((line) => line !== '');
}

/**
 * Empties the field that holds our card, so that the new one can stand there; the page's scripts hear of it as of typing.
 * A field in which the link stands more than once is a person's own article, and nothing of it is taken away. True when
 * the link stands there no more.
 */
export function emptyCard(form: HTMLFormElement, link: string): boolean {
  const area = areaOf(form);
  const ours = (text: string) =>
    countLinks(text, link) === 1 || (countLinks(text, link) === 0 && text.split(link).length === 2);
  for (const text of area.querySelectorAll<HTMLTextAreaElement>('textarea')) {
    if (!text.checkVisibility() || !ours(text.value)) continue;
    text.value = '';
    for (const type of ['input', 'change']) text.dispatchEvent(new Event(type, { bubbles: true }));
  }
  const framed = [...area.querySelectorAll('iframe')].flatMap(({ contentDocument }) => contentDocument?.body ?? []);
  const edited = [...area.querySelectorAll<HTMLElement>('[contenteditable="true"]'), ...framed];
  for (const element of edited) {
    if (!ours(element.innerHTML)) continue;
    const { ownerDocument } = element;
    element.focus();
    ownerDocument.getSelection()?.selectAllChildren(element);
    ownerDocument.execCommand('delete');
  }
  const texts = [...area.querySelectorAll('textarea')].filter((text) => text.checkVisibility());
  const left = [...texts.map(({ value }) => value), ...edited.map(({ innerHTML }) => innerHTML)];
  return !left.some((text) => text.includes(link));
}
