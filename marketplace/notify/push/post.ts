import { request } from 'node:https';
import {
  type AddressRule,
  checkLiteral,
  guardedLookup,
  isPublicAddress,
  resolveByDns,
} from '#marketplace/linkcheck/address.ts';

const TIMEOUT_MS = 15_000;

export type Posted =
  | { kind: 'answered'; status: number; retryAfter: number }
  /** Nothing of it went out. */
  | { kind: 'unreached' }
  /** It went out whole, and no answer came: it may have been taken. */
  | { kind: 'unknown' };

/**
 * Posts to an address that a stranger named: over https, to a machine on the open internet, following nothing, and reading
 * nothing of the answer but its head. `isPractice` allows a machine of one's own with a certificate of its own making.
 */
export function post(
  address: string,
  { headers, body }: { headers: Record<string, string>; body: Buffer },
  { isPractice }: { isPractice: boolean },
): Promise<Posted> {
  const allowed: AddressRule = isPractice ? () => true : isPublicAddress;
  return new Promise((resolve) => {
    let isOut = false;
    const fail = () => resolve({ kind: isOut ? 'unknown' : 'unreached' });
    try {
      const url = new URL(address);
      checkLiteral(url, allowed);
      if (url.protocol !== 'https:') return fail();
      const asking = request(url, {
        method: 'POST',
        agent: false,
        lookup: guardedLookup(resolveByDns, allowed),
        rejectUnauthorized: !isPractice,
        signal: AbortSignal.timeout(TIMEOUT_MS),
        headers,
      });
      asking.on('finish', () => {
        isOut = true;
      });
      asking.on('response', ({ statusCode = 0, headers: told }) => {
        resolve({ kind: 'answered', status: statusCode, retryAfter: secondsOf(told['retry-after']) });
        asking.destroy();
      });
      // Nobody asked for another protocol; without a listener Node would tell nobody.
      asking.on('upgrade', (_, socket) => {
        socket.destroy();
        fail();
      });
      asking.on('error', fail);
      asking.end(body);
    } catch {
      fail();
    }
  });
}

/** Of `Retry-After` in seconds, which is how push services write it; a day at most. */
function secondsOf(text: string | undefined): number {
  return /^\d{1,9}$/.test(text ?? '') ? Math.min(Number(text), 24 * 3600) : 0;
}
