import { link, type View } from '#marketplace/web/view.ts';

/** A way back that a page was given: an address of the console, or else its start. */
export const wayBack = (given: string): string =>
  /^\/pengelola(\/[\w-]+)*(\.\w+)?(\?[\w=&%.+-]*)?$/.test(given) ? given : '/pengelola';

/** A link to such a way, which may have a query of its own; `more` goes along with it. */
export function linkTo(view: Pick<View, 'locale'>, way: string, more: Record<string, string> = {}): string {
  const [path = '', query = ''] = way.split('?');
  return link(view, path, { ...Object.fromEntries(new URLSearchParams(query)), ...more });
}
