/** What goes wrong on a site, switched on and off while it runs. Every double has all of it. */
export interface SiteFaults {
  /** An extension of the site's takes links out of what is saved; the words stay. */
  stripsLinks: boolean;
  /** An extension limits every search of posts to their titles. */
  searchesTitles: boolean;
  /**
   * What a request that has changed a post is answered: a status, as PHP or a gateway gives it with an empty page, or
   * nothing at all because the line fell.
   */
  lostAnswer: 500 | 504 | 'line' | null;
}

export const noFaults = (): SiteFaults => ({ stripsLinks: false, searchesTitles: false, lostAnswer: null });

/** The words of a post as the site keeps them. */
export const kept = ({ stripsLinks }: SiteFaults, html: string): string =>
  stripsLinks ? html.replace(/<\/?a\b[^>]*>/gi, '') : html;

interface Served {
  faults: SiteFaults;
  /** What stands on the site now; a request after which it says something else has changed a post. */
  posts(): unknown;
}

/** What `@hono/node-server` gives beside a request, as far as it is needed to let the line fall. */
interface Line {
  incoming?: { socket?: { destroy(): void } };
}

/** A double's answers, with those lost that its faults say. */
export function losing(
  answer: (request: Request, env: never) => Response | Promise<Response>,
  { faults, posts }: Served,
): (request: Request, env: unknown) => Promise<Response> {
  return async (request, env) => {
    const before = JSON.stringify(posts());
    const response = await answer(request, env as never);
    if (faults.lostAnswer === null || JSON.stringify(posts()) === before) return response;
    if (faults.lostAnswer !== 'line') return new Response(null, { status: faults.lostAnswer });
    (env as Line).incoming?.socket?.destroy();
    return response;
  };
}
