import type { WordKey } from '#utils/i18n/keys.ts';
import { t } from '#utils/i18n/t.ts';
import { FILTERS, type Filter } from '#utils/inquiries/filters.ts';

export const FILTER_WORDS: Record<Filter, WordKey> = {
  answer: 'filter_answer',
  offers: 'filter_offers',
  deals: 'filter_deals',
  closed: 'filter_closed',
  all: 'filter_all',
  spam: 'filter_spam',
};

interface Props {
  chosen: Filter;
  counts: Record<Filter, number>;
  onChoose: (filter: Filter) => void;
  isSearching: boolean;
  onSearch: () => void;
}

/** An empty filter is hidden, except "to answer" and "all". */
export function shownFilters(chosen: Filter, counts: Record<Filter, number>): Filter[] {
  return FILTERS.filter((f) => f === chosen || f === 'answer' || f === 'all' || counts[f] > 0);
}

/** The filters with their counts. */
export function Filters({ chosen, counts, onChoose, isSearching, onSearch }: Props) {
  const shown = shownFilters(chosen, counts);
  return (
    <fieldset class="filters">
      <legend class="visually-hidden">{t('filter_legend')}</legend>
      {shown.map((filter) => (
        <button
          key={filter}
          type="button"
          class="filter"
          aria-pressed={filter === chosen}
          onClick={() => onChoose(filter)}
        >
          {t(FILTER_WORDS[filter])} <b>{counts[filter]}</b>
        </button>
      ))}
      <button
        type="button"
        class="filter filter-search"
        aria-expanded={isSearching}
        aria-label={t('inbox_find')}
        title={`${t('inbox_find')} (/)`}
        onClick={onSearch}
      >
        <svg viewBox="0 0 20 20" width="16" height="16" aria-hidden="true">
          <path
            d="M13.2 13.2 18 18M15 8.5a6.5 6.5 0 1 1-13 0 6.5 6.5 0 0 1 13 0Z"
            fill="none"
            stroke="currentColor"
            stroke-width="2"
          />
        </svg>
      </button>
    </fieldset>
  );
}
