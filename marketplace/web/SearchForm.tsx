import { FIND } from '#marketplace/words/index.ts';
import { langParam, type View } from './view.ts';

/** A plain GET form: works everywhere, and the result has an address to share. */
export function SearchForm({ view, query, large = false }: { view: View; query: string; large?: boolean }) {
  const { t } = view;
  const lang = langParam(view.locale);
  return (
    <search class={large ? 'search search-large' : 'search'}>
      <form action="/cari" data-saran={FIND[view.locale]('suggestions')}>
        <input
          type="search"
          name="q"
          dir="auto"
          value={query}
          placeholder={t('searchHint')}
          aria-label={t('searchLabel')}
          maxLength={100}
          enterkeyhint="search"
          autocomplete="off"
        />
        {lang !== null && <input type="hidden" name="lang" value={lang} />}
        <button class="btn btn-primary" type="submit">
          {t('search')}
        </button>
      </form>
    </search>
  );
}
