import type { WordKey } from '#utils/i18n/keys.ts';
import type { HeldBack } from './useClickjackGuard.ts';

/** Why a press did not count, in words that say what to do. */
export const HELD_BACK: Record<HeldBack, WordKey> = {
  covered: 'panel_covered',
  moved: 'panel_covered',
  top: 'panel_hidden_top',
  right: 'panel_hidden_right',
  bottom: 'panel_hidden_bottom',
  left: 'panel_hidden_left',
  ask: 'panel_press_again',
};
