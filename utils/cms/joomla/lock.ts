/** The padlock of an article or entry that somebody has open; the same in all versions. */
const LOCK = '[class*="icon-checkedout"]';
/** What is said of it: in a tooltip beside the button (4 and later), in the button's title (3). */
const TIP = '[role="tooltip"]';
/** Who is signed in: in 3 the name alone, later in a sentence of the language's ("Signed in as Siti"). */
export const USER = '.nav-user .dropdown-menu strong, .header-profile .dropdown-header';

/** Who has it open; `others` also where the list does not say who, because nobody's lock is to be taken away. */
export type Lock = 'own' | 'others' | null;

/** Who has the article or entry of a list's row open. */
export function lockOn(row: Element | null | undefined, document: Document): Lock {
  const icon = row?.querySelector(LOCK);
  if (!icon) return null;
  const button = icon.closest('a, button, span[title], span.jgrid');
  const said = button?.nextElementSibling?.matches(TIP)
    ? button.nextElementSibling.innerHTML
    : (button?.getAttribute('title') ?? button?.getAttribute('data-bs-original-title') ?? '');
  // The first line says what the button does, the second whose lock it is.
  const [, name = ''] = said.split(/<br\s*\/?>/).map((line) => textOf(line));
  const person = textOf(document.querySelector(USER)?.innerHTML ?? '').replace(/[.!?]+$/, '');
  return name !== '' && ` ${person}`.endsWith(` ${name}`) ? 'own' : 'others';
}

function textOf(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return (body.textContent ?? '').trim().replace(/\s+/g, ' ');
}
