import { inAllFrames, isShown, onPage } from './shown.ts';
import type { EditorKind } from './types.ts';

/** Roots only: an editable inside an editable is a part of it. Classic editors edit a frame's whole body. */
const EDITABLE =
  '[contenteditable=""], [contenteditable="true"], [contenteditable="plaintext-only"], body[contenteditable]';

/** The elements of the page and its frames that the browser itself lets people write in. */
export function editables(document: Document): HTMLElement[] {
  return inAllFrames<HTMLElement>(document, EDITABLE).filter(
    (element) =>
      element.getAttribute('contenteditable') !== 'false' &&
      element.parentElement?.closest('[contenteditable]:not([contenteditable="false"])') == null &&
      isShown(onPage(element)),
  );
}

/** Where the cursor is, or was when the focus left; null when it is nowhere in this element. */
export function rangeIn(element: HTMLElement): Range | null {
  const selection = element.ownerDocument.getSelection();
  if (selection === null || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  return element.contains(range.commonAncestorContainer) ? range : null;
}

/** Any other editable element. The card goes behind the block that has the cursor, else to the end. */
export const article: EditorKind = {
  id: 'article',
  open: (document) =>
    editables(document).map((element) => ({
      place: onPage(element),
      field: element,
      read: () => element.innerHTML,
      insert(html) {
        const range = element.ownerDocument.createRange();
        range.selectNodeContents(element);
        range.collapse(false);
        const block = blockOf(element, rangeIn(element)?.endContainer ?? element);
        if (block !== null) range.setStartAfter(block);
        range.collapse(true);
        range.insertNode(range.createContextualFragment(html));
        element.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
      },
    })),
};

/** The child of `root` that holds `node`; null for the root itself. */
function blockOf(root: Node, node: Node): Node | null {
  if (node === root) return null;
  return node.parentNode === root || node.parentNode === null ? node : blockOf(root, node.parentNode);
}
