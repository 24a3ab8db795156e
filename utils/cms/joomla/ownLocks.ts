import { CmsError, type DriverContext } from '#utils/cms/types.ts';
import { listArticles } from './list.ts';
import { type Joomla, sessionOf } from './session.ts';

/** Where this tab remembers, from one page to the next, the articles that it locked itself. */
const KEY = 'dodolan-locks';

/**
 * The locks that we asked for ourselves. Joomla tells nobody whether a lock is of an editor that this person has open, or
 * was left behind by a look whose page was left; only the first is the person's.
 */
export interface OwnLocks {
  has(id: string): boolean;
  taken(id: string): void;
  given(id: string): void;
}

/** A browser that keeps nothing for this site knows of no lock of ours, and leaves them all alone. */
export function ownLocks({ document }: Pick<DriverContext, 'document'>): OwnLocks {
  const read = (): string[] => {
    try {
      return document.defaultView?.sessionStorage.getItem(KEY)?.split(' ').filter(Boolean) ?? [];
    } catch {
      return [];
    }
  };
  const write = (ids: string[]): void => {
    try {
      const store = document.defaultView?.sessionStorage;
      if (ids.length === 0) store?.removeItem(KEY);
      else store?.setItem(KEY, ids.join(' '));
    } catch {
      // As above.
    }
  };
  return {
    has: (id) => read().includes(id),
    taken: (id) => write([...new Set([...read(), id])]),
    given: (id) => write(read().filter((other) => other !== id)),
  };
}

/** The articles that this person has open in an editor, in any tab, as far as the list of the newest shows it. */
export async function openElsewhere(context: DriverContext): Promise<ReadonlySet<string>> {
  const ours = ownLocks(context);
  const isTheirs = (id: string) => id !== context.page.openPost && !ours.has(id);
  const rows = await rowsOf(sessionOf(context));
  return new Set(rows.filter(({ id, lock }) => lock === 'own' && isTheirs(id)).map(({ id }) => id));
}

/** Who may not see the list has articles all the same. */
async function rowsOf(session: Joomla): ReturnType<typeof listArticles> {
  try {
    return await listArticles(session, '');
  } catch (error) {
    if (error instanceof CmsError && error.code === 'no_permission') return [];
    throw error;
  }
}
