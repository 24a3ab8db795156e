import type { CmsPost } from '#utils/cms/engine.ts';
import type { Rest } from './rest.ts';
import { ALL_STATUSES, listOf } from './restStore.ts';

/** The most that WordPress lists at once. */
const PAGE = 100;

/** Posts by their numbers, a hundred in one request; those that this role may not edit are left out. */
export async function readAll(rest: Rest, ids: string[]): Promise<CmsPost[]> {
  const found: CmsPost[] = [];
  for (let start = 0; start < ids.length; start += PAGE) {
    const include = ids.slice(start, start + PAGE).join(',');
    const query = { include, per_page: String(PAGE) };
    found.push(...listOf(await rest.call('GET', 'posts', { ...query, context: 'edit', status: ALL_STATUSES })));
  }
  return found;
}
