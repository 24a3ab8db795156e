/** An address without `http://` or `https://`, as people say it. */
export function bare(address: string): string {
  return address.replace(/^https?:\/\//, '');
}
