import type { InquiryState } from '#contract';
import type { WordKey } from '#utils/i18n/keys.ts';
import { t } from '#utils/i18n/t.ts';

export const STATE_WORDS: Record<InquiryState, WordKey> = {
  open: 'state_open',
  offered: 'state_offered',
  countered: 'state_countered',
  deal: 'state_deal',
  fulfilled: 'state_fulfilled',
  cancelled: 'state_cancelled',
  declined: 'state_declined',
  withdrawn: 'state_withdrawn',
  expired: 'state_expired',
};

const LOOKS: Partial<Record<InquiryState, string>> = {
  offered: ' chip-warn',
  countered: ' chip-quiet',
  open: ' chip-quiet',
  cancelled: ' chip-quiet',
  declined: ' chip-quiet',
  withdrawn: ' chip-quiet',
  expired: ' chip-quiet',
};

export const chipLook = (state: InquiryState): string => `chip${LOOKS[state] ?? ''}`;

/** The state of an inquiry, in one or two words. */
export function StateChip({ state }: { state: InquiryState }) {
  return <span class={chipLook(state)}>{t(STATE_WORDS[state])}</span>;
}
