/** Whether a file is a spreadsheet by what it says of itself; whether it can be read is seen when it is. */
export function isTableFile(file: Blob): boolean {
  const name = file instanceof File ? file.name : '';
  return /\.(?:csv|tsv|xlsx?|ods)$/i.test(name) || /spreadsheet|ms-excel|text\/csv/.test(file.type);
}

/** Whether a file may be a chat that WhatsApp has exported: a zip. */
export function isChatFile(file: Blob): boolean {
  return (file instanceof File && /\.zip$/i.test(file.name)) || /^application\/(?:x-)?zip/.test(file.type);
}
