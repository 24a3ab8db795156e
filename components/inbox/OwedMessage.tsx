import { Button } from '#components/ui/Button.tsx';
import type { Counted } from '#contract';
import { termsText } from '#contract/format.ts';
import type { WordKey } from '#utils/i18n/keys.ts';
import { hasWord, locale, t } from '#utils/i18n/t.ts';
import { isStuck } from '#utils/inquiries/threads.ts';
import { undoLeft } from '#utils/inquiries/undo.ts';
import type { OutboxMessage } from '#utils/model/outbox.ts';

const KINDS: Partial<Record<OutboxMessage['message']['kind'], WordKey>> = {
  counter: 'event_countered_village',
  accept: 'event_accepted_village',
  decline: 'event_declined_village',
  fulfil: 'event_fulfilled',
  cancel: 'event_cancelled_village',
  report: 'event_reported_village',
};

interface Props {
  row: OutboxMessage;
  of: Counted;
  now: number;
  onReuse: () => void;
  onRetry: () => void;
}

/** A message of the village that the marketplace has not taken yet: it says why, and its text is never lost. */
export function OwedMessage({ row, of, now, onReuse, onRetry }: Props) {
  const { message } = row;
  const kind = KINDS[message.kind];
  const stuck = isStuck(row);
  return (
    <li class={`entry entry-village entry-owed${stuck ? ' entry-stuck' : ''}`}>
      {kind !== undefined && <strong class="entry-label">{t(kind)}</strong>}
      {message.kind === 'counter' && <span class="entry-terms">{termsText(message.terms, of, locale())}</span>}
      {message.text !== '' && <span class="entry-text">{message.text}</span>}
      <span class="entry-meta" role="status">
        {waitText(row, now)}
      </span>
      {stuck && (
        <span class="row wrap">
          <Button onClick={onReuse}>{t(message.text === '' ? 'owed_drop' : 'owed_reuse')}</Button>
          {row.reason === 'rejected' && (
            <Button look="quiet" onClick={onRetry}>
              {t('owed_retry')}
            </Button>
          )}
        </span>
      )}
    </li>
  );
}

function waitText(row: OutboxMessage, now: number): string {
  if (row.reason === 'conflict') return t('owed_conflict');
  if (row.reason === 'rejected') {
    const why = `error_${row.detail}`;
    return hasWord(why) ? t(why) : t('owed_rejected');
  }
  if (row.reason === 'offline') return t('owed_waiting');
  if (row.reason !== null) {
    const why = `reason_${row.reason}`;
    return hasWord(why) ? t(why) : t('owed_waiting');
  }
  return t(undoLeft(row, now) > 0 ? 'owed_undoable' : 'owed_sending');
}
