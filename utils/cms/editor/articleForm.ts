/** What a plain text field measures at least (px) to be an article's, not an address's or a contact form's. */
const WIDE = 320;
const HIGH = 160;
const TITLE = ['judul', 'title'].map((word) => `input[name*=${word} i], input[id*=${word} i]`).join();
/** What a form asks of somebody whom the site does not know. */
const OF_VISITORS = '[type=email], [type=tel], [type=password]';

/** Whether an element stands in a form with a line for a title, which no address, no search and no setting has. */
export function isTitled(element: Element): boolean {
  const form = element.closest('form');
  return form?.querySelector(TITLE) != null && form.querySelector(OF_VISITORS) === null;
}

export function isArticleSized(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  return width >= WIDE && height >= HIGH;
}
