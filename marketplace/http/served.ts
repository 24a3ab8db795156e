import { CLIENT_VERSION_HEADER, FIRST_VERSION, isOlder, isVersion } from '#contract/clientVersion.ts';
import type { Config } from '#marketplace/config.ts';
import { ProblemError } from '#marketplace/problem.ts';
import type { AppContext } from './appTypes.ts';

/** How long (s) an extension is told to wait: an update does not come faster, and an operator may change their mind. */
const LATER = 3600;

/**
 * Serves no version that is older than those that are served: `unavailable` with `servedFrom`. A version that does not know that
 * member yet keeps everything and asks again later.
 */
export function serveClient(c: AppContext, { leastClient }: Pick<Config, 'leastClient'>): void {
  const said = c.req.header(CLIENT_VERSION_HEADER) ?? FIRST_VERSION;
  // Whatever is no version is no extension of ours, but a person's own program: it is served.
  if (isVersion(said) && isOlder(said, leastClient))
    throw new ProblemError('unavailable', { retryAfter: LATER, servedFrom: leastClient });
}
