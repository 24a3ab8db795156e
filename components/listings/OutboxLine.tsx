import type { WordKeyOfOne } from '#utils/i18n/keys.ts';
import { t } from '#utils/i18n/t.ts';
import { TAB_CLOSED } from '#utils/model/cardTask.ts';
import type { OutboxRow, WaitReason } from '#utils/model/outbox.ts';

/** Whose turn it is, for the reasons that end by themselves; every other reason waits for a person. */
const WAITS_FOR: Partial<Record<WaitReason, WordKeyOfOne>> = {
  offline: 'outbox_signal',
  server_down: 'outbox_market',
  too_many: 'outbox_market',
  site_down: 'outbox_site',
};
const WORDS: WordKeyOfOne[] = ['outbox_closed', 'outbox_signal', 'outbox_market', 'outbox_site', 'outbox_person'];

function wordOf({ reason, detail }: OutboxRow): WordKeyOfOne | null {
  if (reason === null) return null;
  if (reason === 'no_tab' && detail === TAB_CLOSED) return 'outbox_closed';
  return WAITS_FOR[reason] ?? 'outbox_person';
}

/**
 * How many rows of the outbox wait for the network, a server or a person; first those whose tab was closed in the middle
 * of a write. Shows nothing when none waits.
 */
export function OutboxLine({ outbox }: { outbox: OutboxRow[] }) {
  const waits = outbox.map(wordOf);
  const shown = WORDS.map((word) => [word, waits.filter((one) => one === word).length] as const).filter(
    ([, count]) => count > 0,
  );
  if (shown.length === 0) return null;
  return (
    <p class="outbox-line" role="status">
      {shown.map(([word, count]) => t(word, count)).join(' · ')}
    </p>
  );
}
