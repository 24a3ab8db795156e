import { useEffect, useRef } from 'preact/hooks';
import { t } from '#utils/i18n/t.ts';

interface Props {
  query: string;
  onQuery: (query: string) => void;
  /** Moves the focus down from the box into the list. */
  onDown: () => void;
}

/** The search box. It appears when the person asks for it, with the caret in it. */
export function SearchBox({ query, onQuery, onDown }: Props) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <input
      ref={box}
      class="search"
      type="search"
      value={query}
      placeholder={t('inbox_search')}
      aria-label={t('inbox_search')}
      onInput={(event) => onQuery(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowDown') return;
        event.preventDefault();
        onDown();
      }}
    />
  );
}
