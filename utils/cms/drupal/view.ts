import type { CmsPost } from '#utils/cms/engine.ts';
import { CmsError } from '#utils/cms/types.ts';
import { type Drupal, visit } from './session.ts';

const HIDDEN = '.node-unpublished, .node--unpublished';

/**
 * A post as its page shows it, for a role that may not edit it, or does not see in the form whether it is published. Null
 * when there is none; throws `no_permission` when it is hidden from this role.
 */
export async function viewed(session: Drupal, id: string): Promise<CmsPost | null> {
  const page = await visit(session, `node/${id}`);
  if (page.status === 404) return null;
  if (page.status === 403) throw new CmsError('no_permission', `node/${id}`);
  const whole = page.document.body;
  const node = whole.querySelector(`#node-${id}, [data-history-node-id="${id}"], .node, article`) ?? whole;
  return {
    id,
    title: whole.querySelector('h1')?.textContent?.trim() ?? '',
    html: node.innerHTML,
    state: node.matches(HIDDEN) || node.querySelector(HIDDEN) ? 'draft' : 'published',
    url: session.at(`node/${id}`).href,
  };
}

/** For `catch`: a post that is hidden from this role counts as none; every other error is thrown again. */
export function ifHidden(problem: unknown): null {
  if (problem instanceof CmsError && problem.code === 'no_permission') return null;
  throw problem;
}
