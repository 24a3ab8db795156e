/** Only what the tests use of it. */
declare module 'http_ece' {
  import type { ECDH } from 'node:crypto';

  export function decrypt(
    bytes: Buffer,
    params: { version: 'aesgcm'; privateKey: ECDH; dh: string; salt: string; authSecret: string },
  ): Buffer;
}
