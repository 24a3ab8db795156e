import { useEffect, useRef } from 'preact/hooks';
import { moveFocus, useKeys } from '#components/background/useKeys.ts';
import { useNow } from '#components/background/useNow.ts';
import { t } from '#utils/i18n/t.ts';
import { countFilters, type Filter, firstFilter, inFilter, matches } from '#utils/inquiries/filters.ts';
import { byHoursLeft, type Thread } from '#utils/inquiries/threads.ts';
import { Filters } from './Filters.tsx';
import { InquiryRow } from './InquiryRow.tsx';
import { SearchBox } from './SearchBox.tsx';
import { Synced } from './Synced.tsx';

/**
 * Filter, search and last opened thread of the list. The parent keeps them, so that the list is unchanged when the
 * person comes back from a thread.
 */
export interface InboxLook {
  /** Null means: what has to be answered, or everything when nothing has to be. */
  filter: Filter | null;
  /** The search text; null when the person is not searching. */
  query: string | null;
  /** The inquiry that was opened last; its row gets the focus back. */
  opened: string | null;
}

interface Props {
  threads: Thread[];
  /** When this device last synced its messages, in ms since the epoch; null before the first time. */
  syncedAt: number | null;
  /** Nothing is on sale yet, so there is nothing to share either. */
  isFirst: boolean;
  look: InboxLook;
  onLook: (look: InboxLook) => void;
  onOpen: (inquiryId: string) => void;
}

/** All inquiries, those with the least time left first. Arrows or j/k move, Enter opens, / searches. */
export function Inbox({ threads, syncedAt, isFirst, look, onLook, onOpen }: Props) {
  const now = useNow(30_000);
  const query = look.query ?? '';
  const setQuery = (next: string | null) => onLook({ ...look, query: next });
  const list = useRef<HTMLUListElement>(null);
  const move = (step: 1 | -1) => () => list.current && moveFocus(list.current, step);
  useKeys({
    j: move(1),
    ArrowDown: move(1),
    k: move(-1),
    ArrowUp: move(-1),
    '/': () => setQuery(query),
    Escape: () => (look.query === null ? false : setQuery(null)),
  });

  useEffect(() => {
    list.current?.querySelector<HTMLElement>(`[data-row="${look.opened}"]`)?.focus();
  }, []);

  const filter = look.filter ?? firstFilter(threads);
  // A search covers every filter except spam, because a person who looks for a name does not remember its filter.
  const within = query.trim() === '' || filter === 'spam' ? filter : 'all';
  const shown = byHoursLeft(threads.filter((thread) => inFilter(thread, within) && matches(thread, query)));

  if (threads.length === 0) return <Empty syncedAt={syncedAt} isFirst={isFirst} />;
  return (
    <div class="stack">
      <div class="inbox-tools">
        <Filters
          chosen={within}
          counts={countFilters(threads)}
          onChoose={(next) => onLook({ ...look, filter: next, query: null })}
          isSearching={look.query !== null}
          onSearch={() => setQuery(look.query === null ? '' : null)}
        />
        {look.query !== null && <SearchBox query={query} onQuery={setQuery} onDown={move(1)} />}
      </div>
      {shown.length === 0 ? (
        <p class="empty">
          {t(query === '' ? (filter === 'answer' ? 'inbox_all_answered' : 'inbox_none_here') : 'inbox_not_found')}
        </p>
      ) : (
        <ul class="list" ref={list}>
          {shown.map((thread) => (
            <InquiryRow key={thread.inquiry.id} thread={thread} now={now} onOpen={() => onOpen(thread.inquiry.id)} />
          ))}
        </ul>
      )}
      <Synced at={syncedAt} />
    </div>
  );
}

function Empty({ syncedAt, isFirst }: Pick<Props, 'syncedAt' | 'isFirst'>) {
  return (
    <div class="empty">
      <h2>{t('inbox_empty_title')}</h2>
      <p>{t(isFirst ? 'inbox_empty_first' : syncedAt === null ? 'inbox_never_synced' : 'inbox_empty_text')}</p>
      <Synced at={syncedAt} />
    </div>
  );
}
