import { STATE_LOOKS, STATE_WORDS } from '#components/listings/state.ts';
import { whyWaiting } from '#components/listings/why.ts';
import { t } from '#utils/i18n/t.ts';
import type { ListingView } from '#utils/model/views.ts';

/** A product of the list that was published: how far it is, and why it waits if it does, in the words of "my products". */
export function PublishedRow({ view }: { view: ListingView | null }) {
  if (view === null) return null;
  const { row } = view;
  const why = row?.kind === 'listing' && row.reason !== null ? whyWaiting(row).text : null;
  return (
    <li class="list-row list-published">
      <span class="photo photo-small">{view.thumbnail !== null && <img src={view.thumbnail} alt="" />}</span>
      <strong>{view.name}</strong>
      <span class={STATE_LOOKS[view.state]}>{t(STATE_WORDS[view.state])}</span>
      {why !== null && <p class="list-more">{why}</p>}
    </li>
  );
}
