/** A card as a person would copy it: as HTML for editors, as text for everything else. */
export interface Card {
  html: string;
  text: string;
}

/**
 * Copies the card to the clipboard; false when the browser refuses. A frame inside a CMS page has no clipboard
 * permission for anything but text, so `execCommand` is the second way.
 */
export async function copyCard({ html, text }: Card): Promise<boolean> {
  try {
    const blob = (type: string, words: string) => new Blob([words], { type });
    await navigator.clipboard.write([
      new ClipboardItem({ 'text/html': blob('text/html', html), 'text/plain': blob('text/plain', text) }),
    ]);
    return true;
  } catch {
    return copyByCommand({ html, text });
  }
}

function copyByCommand({ html, text }: Card): boolean {
  const onCopy = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/html', html);
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
  };
  document.addEventListener('copy', onCopy, { once: true });
  const done = document.execCommand('copy');
  document.removeEventListener('copy', onCopy);
  return done;
}
