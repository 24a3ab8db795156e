import { ECDH } from 'node:crypto';
import * as z from 'zod/mini';
import { WebUrl } from '#contract';

const bytesOf = (text: string): Buffer | null => (/^[\w-]+={0,2}$/.test(text) ? Buffer.from(text, 'base64url') : null);

/** Whether something can be encrypted for this key: 65 bytes that are a point of the curve. */
function isPoint(text: string): boolean {
  const bytes = bytesOf(text);
  if (bytes?.length !== 65 || bytes[0] !== 4) return false;
  try {
    ECDH.convertKey(bytes, 'prime256v1');
    return true;
  } catch {
    return false;
  }
}

/**
 * Where a browser takes pushes, as the browser says it, and the keys that they are encrypted for. The address is anybody's
 * word: it is https, has no port of its own, and is checked again when it is connected to.
 */
export const PushSubscription = z.object({
  endpoint: WebUrl.check(
    z.maxLength(1000),
    z.refine((value) => {
      const url = new URL(value);
      return url.protocol === 'https:' && url.hash === '';
    }),
  ),
  keys: z.object({
    p256dh: z.string().check(z.maxLength(100), z.refine(isPoint)),
    auth: z.string().check(
      z.maxLength(40),
      z.refine((value) => bytesOf(value)?.length === 16),
    ),
  }),
});
export type PushSubscription = z.infer<typeof PushSubscription>;

/** What a page's script sent; null when it is none. */
export function readSubscription(text: string): PushSubscription | null {
  try {
    const parsed = PushSubscription.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
