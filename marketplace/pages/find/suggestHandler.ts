import { readFileSync } from 'node:fs';
import { CATEGORY_LABELS } from '#contract';
import { limitSender } from '#marketplace/http/limits.ts';
import { suggest } from '#marketplace/listings/service.ts';
import type { PageHandler } from '#marketplace/web/page.ts';
import { placeText } from '#marketplace/web/place.ts';
import { Page, SHARED } from '#marketplace/web/respond.ts';
import { link } from '#marketplace/web/view.ts';
import { listLink } from './address.ts';
import { NOTHING } from './ask.ts';
import { fullPlaceName, wordsOf } from './texts.ts';

/** Somebody who types is far below this; what the shared cache answers does not count. */
const PER_SENDER = { name: 'suggest', max: 600, seconds: 600 };
const TYPED_MAX = 100;
const SCRIPT = readFileSync(new URL('./suggest.js', import.meta.url), 'utf8');

/** One row below the search box: its text, what it is where that is not plain, and where it leads. */
export type Suggestion = [text: string, what: string, href: string];

/** What the search box offers while somebody types, as JSON; the same for everybody. */
export const suggestions: PageHandler = async ({ deps, c, view, query }) => {
  await limitSender(deps, PER_SENDER, c);
  const t = wordsOf(view);
  const { goods, villages, places, kinds } = await suggest(deps, query('q').slice(0, TYPED_MAX), view.locale);
  const rows: Suggestion[] = [
    ...goods.map((words): Suggestion => [words, '', listLink(view, { ...NOTHING, query: words })]),
    ...kinds.map(
      (kind): Suggestion => [
        CATEGORY_LABELS[view.locale][kind],
        t('suggestedKind'),
        listLink(view, { ...NOTHING, category: kind }),
      ],
    ),
    ...places.map((place): Suggestion => [fullPlaceName(view, place), '', listLink(view, { ...NOTHING, place })]),
    ...villages.map(
      (village): Suggestion => [village.name, placeText(view, village), link(view, `/desa/${village.slug}`)],
    ),
  ];
  const headers = new Headers({ 'content-type': 'application/json; charset=utf-8', 'cache-control': SHARED });
  return new Page(JSON.stringify(rows), headers, 200, true);
};

/** The script of the search box; the pages that it stands on are whole without it. */
export const suggestScript: PageHandler = () => {
  const headers = new Headers({ 'content-type': 'text/javascript; charset=utf-8', 'cache-control': SHARED });
  return new Page(SCRIPT, headers, 200, true);
};
