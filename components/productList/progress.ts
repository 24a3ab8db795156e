import { STEPS } from '#utils/model/outbox.ts';
import type { ListingView } from '#utils/model/views.ts';

export interface ListProgress {
  /** How many are on the marketplace. */
  live: number;
  /** How much of all steps of all products is done, 0 to 1. */
  done: number;
  /** Something is under way and waits for nobody. */
  isWorking: boolean;
}

/** How far the published products of a list are; a view that is not known yet has nothing done. */
export function progressOfList(views: readonly (ListingView | null)[]): ListProgress {
  const rows = views.map((view) => (view?.row?.kind === 'listing' ? view.row : null));
  const done = views.map((view, index) => {
    const owed = rows[index]?.owed;
    if (view === null) return 0;
    return owed === undefined ? 1 : (STEPS.length - owed.length) / STEPS.length;
  });
  return {
    live: views.filter((view) => view !== null && view.state !== 'waiting' && view.state !== 'rejected').length,
    done: done.length === 0 ? 0 : done.reduce((sum, one) => sum + one, 0) / done.length,
    isWorking: rows.some((row) => row !== null && row.reason === null),
  };
}
