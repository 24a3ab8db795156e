import type { PhotoHash } from '#contract';

/** SHA-256 of the bytes in lower-case hex: the photo's name everywhere. */
export async function sha256(bytes: ArrayBuffer): Promise<PhotoHash> {
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
