/** An address as it may be shown on a page that others could look at: `ri•••@contoh.com`. */
export function maskMail(address: string): string {
  const [name = '', host = ''] = address.split('@');
  return `${name.slice(0, name.length > 3 ? 2 : 1)}•••@${host}`;
}
