import { sha256 } from '#marketplace/sha256.ts';
import type { AppContext } from './appTypes.ts';

/** Sets a strong ETag of `body`. True when the client already has exactly this body: then answer 304 without a body. */
export function clientHas(c: AppContext, body: string | Uint8Array): boolean {
  const tag = `"${sha256(body, 'base64url').slice(0, 22)}"`;
  c.header('etag', tag);
  const asked = c.req.header('if-none-match');
  return asked?.split(',').some((part) => part.trim().replace(/^W\//, '') === tag) ?? false;
}
