import type { View } from './view.ts';

/** A plain GET form: works everywhere, and the result has an address to share. */
export function SearchForm({ view, query, large = false }: { view: View; query: string; large?: boolean }) {
  const { words } = view;
  return (
    <search class={large ? 'search search-large' : 'search'}>
      <form action="/cari">
        <input
          type="search"
          name="q"
          value={query}
          placeholder={words.searchHint}
          aria-label={words.searchLabel}
          maxLength={100}
          enterkeyhint="search"
          autocomplete="off"
        />
        {view.locale === 'en' && <input type="hidden" name="lang" value="en" />}
        <button class="btn btn-primary" type="submit">
          {words.search}
        </button>
      </form>
    </search>
  );
}
