/** Whether a file is a spreadsheet by what it says of itself; whether it can be read is seen when it is. */
export function isTableFile(file: Blob): boolean {
  const name = file instanceof File ? file.name : '';
  return /\.(?:csv|tsv|xlsx?|ods)$/i.test(name) || /spreadsheet|ms-excel|text\/csv/.test(file.type);
}
