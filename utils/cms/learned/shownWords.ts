import { plain } from '#utils/cms/plainText.ts';

/**
 * What a visitor reads on a page. What stands in a form's fields is no article: some sites show the form that changes one
 * to whoever comes.
 */
export function shownWords(document: Document): string {
  const body = document.body.cloneNode(true) as HTMLElement;
  for (const other of body.querySelectorAll('textarea, script, style, template')) other.remove();
  return plain(body.textContent);
}
