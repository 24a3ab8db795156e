import { countHrefs } from './count.ts';
import type { EditorId, Request } from './types.ts';

/** The card as plain text where its tags would be read as words; null where it goes in as HTML. */
export function wordsFor(id: EditorId, request: Request): Request | null {
  const { words } = request;
  if (words === undefined || (words.in === 'fields' && id !== 'field')) return null;
  const lines = words.text.split('\n').filter((line) => line !== '');
  const escaped = (line: string) => line.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
  const html = id === 'field' ? words.text : lines.map((line) => `<p>${escaped(line)}</p>`).join('');
  return { ...request, html, text: words.text };
}

/** How often the card stands in an article: by its links, and where it goes in as plain text, by its address. */
export function countCards(html: string, { link, words }: Request): number {
  return words === undefined ? countHrefs(html, link) : html.split(link).length - 1;
}
