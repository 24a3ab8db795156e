import { nativeLink } from '#utils/cms/nativeEntry.ts';

/** A launcher of one link in an element, as the bars of Drupal and Backdrop are made of. */
export function entry(
  document: Document,
  label: string,
  { tag, item, link }: { tag: 'li' | 'div'; item: string; link: string },
): { element: HTMLElement; button: HTMLElement } {
  const element = document.createElement(tag);
  element.className = item;
  const button = nativeLink(document, link, label);
  button.title = label;
  button.textContent = label;
  element.append(button);
  return { element, button };
}
