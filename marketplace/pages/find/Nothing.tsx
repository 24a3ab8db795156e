import type { Category } from '#contract';
import { CategoryLinks } from '#marketplace/pages/CategoryLinks.tsx';
import type { View } from '#marketplace/web/view.ts';
import { link } from '#marketplace/web/view.ts';
import { listLink } from './address.ts';
import { type Ask, filtersOf, type Member } from './ask.ts';
import { Typed } from './Typed.tsx';
import { filterText, wordsOf } from './texts.ts';

/** A filter that hides something: without it, the list has products. */
export interface Way {
  member: Member;
  without: Ask;
}

/** A list with nothing in it says which way leads on. */
export function Nothing({
  view,
  ask,
  kinds,
  ways,
  unfiltered,
}: {
  view: View;
  ask: Ask;
  /** The kinds of goods that somebody sells. */
  kinds: Category[];
  ways: Way[];
  unfiltered: Ask | null;
}) {
  const { t: page } = view;
  const t = wordsOf(view);
  const isFiltered = filtersOf(ask).length > 0;
  const alone = ask.query === '' && ask.category !== null && filtersOf(ask).length === 1;
  return (
    <>
      <p class="notice notice-warn">{alone ? page('emptyCategory') : sentence(view, ask, isFiltered)}</p>
      {!alone && (ways.length > 0 || unfiltered !== null) && (
        <>
          {ways.length > 0 && <p>{t('takeOff')}</p>}
          <ul class="find-ways">
            {ways.map(({ member, without }) => (
              <li key={member}>
                <a class="btn" href={listLink(view, without)}>
                  {t('without', filterText(view, ask, member))}
                </a>
              </li>
            ))}
            {unfiltered !== null && (
              <li>
                <a class="btn" href={listLink(view, unfiltered)}>
                  {t('withoutAll')}
                </a>
              </li>
            )}
          </ul>
        </>
      )}
      {kinds.length > 0 && <h2>{page('categories')}</h2>}
      <CategoryLinks view={view} kinds={kinds} current={ask.category} />
      <p>
        <a class="btn" href={link(view, '/desa')}>
          {page('allVillages')}
        </a>
      </p>
    </>
  );
}

function sentence(view: View, { query }: Ask, isFiltered: boolean) {
  const t = wordsOf(view);
  if (query === '') return isFiltered ? t('emptyFiltered') : view.t('emptyMarket');
  if (isFiltered) return <Typed text={(typed) => t('emptyFilteredFor', typed)} typed={query} />;
  return (
    <>
      <Typed text={(typed) => view.t('noResults', typed)} typed={query} /> {t('otherWords')}
    </>
  );
}
