import type { WordKeyOfOne } from '#utils/i18n/keys.ts';
import { t } from '#utils/i18n/t.ts';
import type { OutboxRow } from '#utils/model/outbox.ts';
import { CALM } from './reasons.ts';

/**
 * How many rows of the outbox wait for the network or the server, and how many for a person. Shows nothing when none
 * waits.
 */
export function OutboxLine({ outbox }: { outbox: OutboxRow[] }) {
  const reasons = outbox.flatMap(({ reason }) => (reason === null ? [] : [reason]));
  const signal = reasons.filter((reason) => CALM.has(reason)).length;
  const person = reasons.length - signal;
  const lines: [WordKeyOfOne, number][] = [
    ['outbox_signal', signal],
    ['outbox_person', person],
  ];
  const shown = lines.filter(([, count]) => count > 0);
  if (shown.length === 0) return null;
  return (
    <p class="outbox-line" role="status">
      {shown.map(([word, count]) => t(word, count)).join(' · ')}
    </p>
  );
}
