import { cookie, readCookie } from '#marketplace/console/cookies.ts';
import { browserCode, newBrowser } from '#marketplace/operators/links.ts';
import type { PageRequest } from '#marketplace/web/page.ts';

export interface Browser {
  /** The code that stands for this browser. */
  code: string;
  /** The header that makes it known; null when it is already. */
  setCookie: string | null;
}

/** The browser of a request, which gets a secret of its own the first time. */
export function browserOf({ deps, c }: PageRequest): Browser {
  const known = readCookie('browser', c, deps.config);
  const secret = known ?? newBrowser();
  return { code: browserCode(deps, secret), setCookie: known === null ? cookie('browser', deps.config, secret) : null };
}
