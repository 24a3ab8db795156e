/** By then (ms) the browser has surely read the text, so its address can be revoked. */
const READ_BY_THEN = 60_000;

/** Saves a text under this name, like any download of the browser. */
export function saveText(fileName: string, text: string, type = 'text/plain'): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), READ_BY_THEN);
}
