import { useEffect, useRef } from 'preact/hooks';
import type { Counted, InquiryEvent } from '#contract';
import { termsText } from '#contract/format.ts';
import { hasWord, locale, t } from '#utils/i18n/t.ts';
import type { Thread } from '#utils/inquiries/threads.ts';
import { shortWib } from '#utils/inquiries/time.ts';
import { OwedMessage } from './OwedMessage.tsx';

interface Props {
  thread: Thread;
  now: number;
  /** Puts the text of a message that the marketplace has not taken into the reply box. */
  onReuse: (messageId: string) => void;
  onRetry: (messageId: string) => void;
}

/**
 * The whole conversation, oldest first, with the messages that are still owed at the end. Whatever a stranger wrote is
 * shown as plain text.
 */
export function History({ thread, now, onReuse, onRetry }: Props) {
  const { inquiry, owed } = thread;
  const end = useRef<HTMLLIElement>(null);
  useEffect(() => end.current?.scrollIntoView?.({ block: 'end' }), [inquiry.events.length, owed.length]);
  return (
    <ol class="history" aria-label={t('thread_history')}>
      {inquiry.events.map((event) => (
        <Entry key={event.id} event={event} of={inquiry.listing} buyer={inquiry.buyer.name} />
      ))}
      {owed.map((row) => (
        <OwedMessage
          key={row.id}
          row={row}
          of={inquiry.listing}
          now={now}
          onReuse={() => onReuse(row.id)}
          onRetry={() => onRetry(row.id)}
        />
      ))}
      <li ref={end} class="history-end" aria-hidden="true" />
    </ol>
  );
}

function Entry({ event, of, buyer }: { event: InquiryEvent; of: Counted; buyer: string | null }) {
  const who =
    event.by === 'buyer' ? (buyer ?? t('buyer_unnamed')) : t(event.by === 'village' ? 'who_village' : 'who_system');
  const label = eventLabel(event);
  return (
    <li class={`entry entry-${event.by}`}>
      {label !== null && <strong class="entry-label">{label}</strong>}
      {event.terms !== null && <span class="entry-terms">{termsText(event.terms, of, locale())}</span>}
      {event.text !== null && event.text !== '' && <span class="entry-text">{event.text}</span>}
      <span class="entry-meta soft">
        {who} · <time dateTime={event.at}>{shortWib(event.at, locale())}</time>
      </span>
    </li>
  );
}

/** The label of an event; null for a plain message, which needs none. */
function eventLabel({ kind, by }: InquiryEvent): string | null {
  const exact = `event_${kind}_${by}`;
  if (hasWord(exact)) return t(exact);
  const general = `event_${kind}`;
  return hasWord(general) ? t(general) : null;
}
