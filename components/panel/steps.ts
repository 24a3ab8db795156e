import type { WordKey } from '#utils/i18n/keys.ts';
import type { OutboxListing, Step } from '#utils/model/outbox.ts';

export interface StepView {
  step: Step;
  state: 'done' | 'now' | 'later';
  /** The word for the step, while it is under way and when it is done. */
  word: WordKey;
}

const WORDS: Record<Step, Record<'now' | 'done', WordKey>> = {
  photos: { now: 'panel_step_photos', done: 'panel_step_photos_done' },
  listing: { now: 'panel_step_listing', done: 'panel_step_listing_done' },
  linkback: { now: 'panel_step_linkback', done: 'panel_step_linkback_done' },
  proof: { now: 'panel_step_proof', done: 'panel_step_proof_done' },
};

/** Each step that was owed at first, and how far it is. When `row` is null, all steps are done. */
export function stepViews(first: readonly Step[], row: OutboxListing | null): StepView[] {
  const owed = row?.owed ?? [];
  return first.map((step) => {
    const state = !owed.includes(step) ? 'done' : owed[0] === step ? 'now' : 'later';
    const isByHand = state === 'now' && row?.reason === 'by_hand';
    return { step, state, word: isByHand ? 'hand_step' : WORDS[step][state === 'done' ? 'done' : 'now'] };
  });
}

/**
 * How much is done, from 0 to 1. A step under way counts a little, and photos count by how many have arrived, because a
 * bar that stands still looks broken.
 */
export function progressOf(first: readonly Step[], row: OutboxListing | null): number {
  if (row === null || first.length === 0) return 1;
  const done = first.length - first.filter((step) => row.owed.includes(step)).length;
  const photos = row.photosAll === 0 ? 0 : row.photosDone / row.photosAll;
  return (done + (row.owed[0] === 'photos' ? photos * 0.9 : 0.2)) / first.length;
}
