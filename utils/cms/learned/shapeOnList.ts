import type { Reply } from '#utils/cms/form.ts';
import { shapeAmong } from './articleShape.ts';
import { actionOf } from './formShape.ts';
import { idOf, sitePath } from './sitePath.ts';
import { onOrigin } from './toDeed.ts';

/** Where each row of the list holds its own form, their addresses tell by a number which article each is for. */
export function shapeOnList({ document, url }: Reply, action: string, siteUrl: string): string {
  const paths = [...document.querySelectorAll('form')].flatMap((form) => {
    const to = actionOf(form, url);
    return (to && sitePath(onOrigin(to, url), siteUrl)) ?? [];
  });
  const found = shapeAmong(
    action,
    paths.map((path) => ({ path, words: [] })),
  );
  const isShared = found !== null && paths.some((path) => ![null, found.id].includes(idOf(path, found.shape)));
  return isShared ? found.shape : action;
}
