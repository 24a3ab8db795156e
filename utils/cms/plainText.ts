/** Elements that end a line where they are drawn. */
const BLOCKS = 'p, div, li, h1, h2, h3, h4, h5, h6, tr, blockquote, figure, pre';

/** HTML as a document in which nothing runs and nothing loads. */
export function inert(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html');
}

/** The words on one line, without the marks of no width that editors put where the caret may stand. */
export function plain(text: string | null | undefined): string {
  return (text ?? '')
    .replace(/[\u200b\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** HTML as the words that a person reads, a line for each line that is drawn. */
export function linesOf(html: string): string {
  const { body } = inert(html);
  for (const br of body.querySelectorAll('br')) br.replaceWith('\n');
  for (const block of body.querySelectorAll(BLOCKS)) block.append('\n');
  for (const hidden of body.querySelectorAll('script, style, template')) hidden.remove();
  const lines = (body.textContent ?? '').split('\n').map(plain);
  return lines.filter((line) => line !== '').join('\n');
}

/** The first of these elements that says something. */
export function firstText(elements: Iterable<Element>): string {
  for (const element of elements) {
    const text = plain(element.textContent);
    if (text !== '') return text;
  }
  return '';
}
