/**
 * A short fingerprint of stored text, to notice that somebody changed it. Not cryptographic: it guards against accident,
 * and SubtleCrypto does not exist on the plain-http sites that villages have. (cyrb53: 53 bits, public domain.)
 */
export function fingerprintOf(...parts: string[]): string {
  // A CMS may send CRLF in one place and LF in another, and a textarea drops its first newline.
  const text = parts.map((part) => part.replace(/\r\n?/g, '\n').trim()).join('\u0000');
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}
