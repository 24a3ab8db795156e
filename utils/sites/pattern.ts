/** The match pattern of an origin. Firefox allows no port in one, so the host's every port is meant; see `isEnabled`. */
export function originPattern(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}

/** The http(s) origin of an address, else null. */
export function webOrigin(address: string | undefined): string | null {
  const url = address === undefined ? null : URL.parse(address);
  return url !== null && /^https?:$/.test(url.protocol) ? url.origin : null;
}
