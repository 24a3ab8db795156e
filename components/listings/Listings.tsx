import { useRef } from 'preact/hooks';
import { useQuery } from '#components/background/context.ts';
import { errorText } from '#components/background/errorText.ts';
import { moveFocus, useKeys } from '#components/background/useKeys.ts';
import { Notice } from '#components/ui/Notice.tsx';
import { t } from '#utils/i18n/t.ts';
import type { ListingView } from '#utils/model/views.ts';
import { ListingItem } from './ListingItem.tsx';
import { VillageReports } from './ReportNotice.tsx';
import { StillThere } from './StillThere.tsx';
import { type Undoable, useListingActions } from './useListingActions.ts';

/** The village's own products; those that need the person come first. */
export function Listings({ onDone }: { onDone: (done: Undoable) => void }) {
  const { value: listings, error } = useQuery('listing/list', {}, ['listings', 'outbox', 'drafts']);
  const actions = useListingActions(onDone);
  const list = useRef<HTMLUListElement>(null);
  const move = (step: 1 | -1) => () => list.current && moveFocus(list.current, step);
  useKeys({ j: move(1), ArrowDown: move(1), k: move(-1), ArrowUp: move(-1) });
  if (error !== null && listings === null) return <Notice look="bad">{errorText(error)}</Notice>;
  if (listings === null) return null;
  if (listings.length === 0)
    return (
      <div class="empty">
        <h2>{t('listings_empty_title')}</h2>
        <p>{t('listings_empty_text')}</p>
      </div>
    );
  return (
    <div class="stack">
      {actions.problem !== null && <Notice look="bad">{actions.problem}</Notice>}
      <VillageReports />
      <StillThere
        listings={listings}
        actions={actions}
        onAnswered={() => list.current?.querySelector<HTMLElement>('[data-row]')?.focus()}
      />
      <ul class="list" ref={list}>
        {byNeed(listings).map((listing) => (
          <ListingItem key={listing.id} listing={listing} actions={actions} />
        ))}
      </ul>
    </div>
  );
}

/** Rejected ones first, then what was reported or waits for a person, then drafts, then the newest. */
export function byNeed(listings: ListingView[]): ListingView[] {
  const needs = ({ state, row, reports }: ListingView) =>
    state === 'rejected' || state === 'hidden'
      ? 0
      : reports || (row !== null && row.reason !== null)
        ? 1
        : state === 'draft'
          ? 2
          : 3;
  return [...listings].sort((a, b) => needs(a) - needs(b) || b.updatedAt - a.updatedAt);
}
