import { type Places, SORTS } from '#marketplace/listings/service.ts';
import type { View } from '#marketplace/web/view.ts';
import { listLink } from './address.ts';
import { type Ask, filtersOf, NOTHING } from './ask.ts';
import { FilterForm } from './FilterForm.tsx';
import { filterText, sortText, wordsOf } from './texts.ts';

/** Filter and order of a list, closed until somebody wants them: on a phone the products come first. */
export function FindBar({ view, ask, places }: { view: View; ask: Ask; places: Places }) {
  const t = wordsOf(view);
  const isWhole = ask.query === '' && filtersOf(ask).length === 0;
  const filters = setBeside(ask);
  return (
    <div class="find-bar">
      <details>
        <summary class="btn">{filters.length > 0 ? t('filterCount', filters.length) : t('filter')}</summary>
        <FilterForm view={view} ask={ask} places={places} isWhole={isWhole} />
      </details>
      <details>
        <summary class="btn find-sort">
          <span class="find-label">{t('sortLabel')}:</span> {sortText(view, ask, ask.sort)}
        </summary>
        <ul class="find-sorts">
          {SORTS.map((sort) => (
            <li key={sort}>
              <a href={listLink(view, { ...ask, sort })} {...(sort === ask.sort && { 'aria-current': 'true' })}>
                {sortText(view, ask, sort)}
              </a>
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}

/** The filters that are set, without the kind where the page itself is that kind's. */
function setBeside(ask: Ask) {
  return filtersOf(ask).filter(({ member }) => member !== 'jenis' || ask.query !== '');
}

/** Every filter that is set, each a link to the list without it. */
export function Chips({ view, ask }: { view: View; ask: Ask }) {
  const t = wordsOf(view);
  const order = ask.sort === 'best' ? [] : [{ member: 'urut' as const, without: { ...ask, sort: 'best' as const } }];
  const filters = [...setBeside(ask), ...order];
  if (filters.length === 0) return null;
  return (
    <ul class="find-chips" aria-label={t('chosen')}>
      {filters.map(({ member, without }) => (
        <li key={member}>
          <a href={listLink(view, without)}>
            {filterText(view, ask, member)} <span aria-hidden="true">×</span>
            <span class="visually-hidden">, {t('remove')}</span>
          </a>
        </li>
      ))}
      {filters.length > 1 && (
        <li>
          <a
            class="find-all"
            href={listLink(view, {
              ...NOTHING,
              query: ask.query,
              category: ask.query === '' ? ask.category : null,
            })}
          >
            {t('clearAll')}
          </a>
        </li>
      )}
    </ul>
  );
}
