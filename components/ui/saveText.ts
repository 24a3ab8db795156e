let before: string | null = null;

/**
 * Saves a text under this name, like any download of the browser. The browser reads it a little later, so its address
 * stays until the next text is saved; the last one ends with the page.
 */
export function saveText(fileName: string, text: string, type = 'text/plain'): void {
  if (before !== null) URL.revokeObjectURL(before);
  const link = document.createElement('a');
  before = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.href = before;
  link.download = fileName;
  link.click();
}
