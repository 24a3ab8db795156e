import type { WordKey } from '../../utils/i18n/keys.ts';
import { t } from '../../utils/i18n/t.ts';
import { FILTERS, type Filter } from '../../utils/inquiries/filters.ts';

const WORDS: Record<Filter, WordKey> = {
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
}

/** The filters with their counts. An empty one is not offered, except what has to be answered and everything. */
export function Filters({ chosen, counts, onChoose }: Props) {
  const shown = FILTERS.filter((f) => f === chosen || f === 'answer' || f === 'all' || counts[f] > 0);
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
          {t(WORDS[filter])} <b>{counts[filter]}</b>
        </button>
      ))}
    </fieldset>
  );
}
