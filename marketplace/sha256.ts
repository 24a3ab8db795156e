import { type BinaryToTextEncoding, createHash } from 'node:crypto';

/** SHA-256 of a text (as UTF-8) or of bytes. */
export function sha256(data: string | Uint8Array, encoding: BinaryToTextEncoding): string {
  return createHash('sha256').update(data).digest(encoding);
}
