import type { Node } from '#tests/cms/doubles/drupal/state.ts';
import type { DrupalDouble } from '#tests/cms/doubles/drupal.ts';
import { newPost, type Words } from '#tests/cms/suite/fixtures.ts';
import { drupalDriver } from '#utils/cms/drupal/driver.ts';
import type { DriverContext, LinkBackPost } from '#utils/cms/types.ts';
import { contextOn, drupalTarget, signedIn } from './site.ts';

export const driver = drupalDriver(async (blob) => blob);
const nowhere = async () => {
  throw new Error('not started here');
};
const target = drupalTarget('drupal', 'posts only', {}, nowhere);

export const postOf = (words: Partial<Words> = {}, listingId?: string): LinkBackPost =>
  newPost(target, words, listingId);

/** A role's tab on one page of the double. */
export const openAs = async (double: DrupalDouble, role: string, path = 'user'): Promise<DriverContext> =>
  contextOn(await signedIn(double.url, role), `${double.url}/${path}`);

/** The only post there is. */
export function onlyNode({ state: { nodes } }: DrupalDouble): Node {
  const [node] = nodes;
  if (node === undefined || nodes.length !== 1) throw new Error(`${nodes.length} posts`);
  return node;
}

/** The same tab, in which something happens just before a request that `isIt` picks. */
export function meanwhile(
  context: DriverContext,
  isIt: (url: URL, method: string) => boolean,
  happens: () => void,
): DriverContext {
  let hasHappened = false;
  return {
    ...context,
    fetch(input, init) {
      if (!hasHappened && isIt(new URL(String(input)), init?.method ?? 'GET')) {
        hasHappened = true;
        happens();
      }
      return context.fetch(input, init);
    },
  };
}

export const isPost = (_: URL, method: string): boolean => method === 'POST';
