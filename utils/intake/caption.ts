/** The most letters of a caption; a longer text is an article around the picture, not words about it. */
const LONGEST = 1500;
/** How far up from a picture its words are looked for. */
const STEPS = 12;
/** A line that only says when, how it was passed on, or that it was read: no word of the product. */
const NOT_SAID =
  /^(?:\d{1,2}[.:]\d{2}(?:\s?[ap]m)?|diteruskan(?: berkali-kali)?|forwarded(?: many times)?|diedit|edited|kemarin|yesterday|hari ini|today|\d+ ?[kmg]b|foto|photo)$/iu;

/**
 * The words that belong to a picture: those of the nearest element around it that has any, as long as no other picture of
 * that size is in it (a message, a card, a figure). Empty where there are none.
 */
export function captionOf(picture: Element, isPicture: (element: Element) => boolean): string {
  let around = picture.parentElement;
  for (let step = 0; around !== null && step < STEPS; step += 1, around = around.parentElement) {
    const others = [...around.querySelectorAll('img, canvas, video')].filter(
      (one) => one !== picture && isPicture(one),
    );
    if (others.length > 0) return '';
    const text = wordsOf(around);
    if (text.length > LONGEST) return '';
    if (text !== '') return text;
  }
  return '';
}

function wordsOf(element: Element): string {
  // biome-ignore lint/performance/useDomNodeTextContent: only this knows where lines end on the screen; jsdom has none
  const text = (element as HTMLElement).innerText ?? element.textContent ?? '';
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !NOT_SAID.test(line))
    .join('\n');
}
