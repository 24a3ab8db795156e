import { useEffect, useRef } from 'preact/hooks';
import type { InquiryEvent, Unit } from '#contract';
import { termsText } from '#contract/format.ts';
import { hasWord, locale, t } from '#utils/i18n/t.ts';
import type { Thread } from '#utils/inquiries/threads.ts';
import { shortWib } from '#utils/inquiries/time.ts';
import { OwedMessage } from './OwedMessage.tsx';

interface Props {
  thread: Thread;
  now: number;
  /** Moves the words of a message that was not taken back into the reply box. */
  onReuse: (messageId: string) => void;
  onRetry: (messageId: string) => void;
}

/** The whole exchange, oldest first, with what is still on its way at the end. Everything a stranger wrote is text. */
export function History({ thread, now, onReuse, onRetry }: Props) {
  const { inquiry, owed } = thread;
  const end = useRef<HTMLLIElement>(null);
  useEffect(() => end.current?.scrollIntoView?.({ block: 'end' }), [inquiry.events.length, owed.length]);
  return (
    <ol class="history" aria-label={t('thread_history')}>
      {inquiry.events.map((event) => (
        <Entry key={event.id} event={event} unit={inquiry.listing.unit} buyer={inquiry.buyer.name} />
      ))}
      {owed.map((row) => (
        <OwedMessage
          key={row.id}
          row={row}
          unit={inquiry.listing.unit}
          now={now}
          onReuse={() => onReuse(row.id)}
          onRetry={() => onRetry(row.id)}
        />
      ))}
      <li ref={end} class="history-end" aria-hidden="true" />
    </ol>
  );
}

function Entry({ event, unit, buyer }: { event: InquiryEvent; unit: Unit; buyer: string | null }) {
  const who =
    event.by === 'buyer' ? (buyer ?? t('buyer_unnamed')) : t(event.by === 'village' ? 'who_village' : 'who_system');
  const label = eventLabel(event);
  return (
    <li class={`entry entry-${event.by}`}>
      {label !== null && <strong class="entry-label">{label}</strong>}
      {event.terms !== null && <span class="entry-terms">{termsText(event.terms, unit, locale())}</span>}
      {event.text !== null && event.text !== '' && <span class="entry-text">{event.text}</span>}
      <span class="entry-meta soft">
        {who} · <time dateTime={event.at}>{shortWib(event.at, locale())}</time>
      </span>
    </li>
  );
}

/** Null for plain words, which need no name. */
function eventLabel({ kind, by }: InquiryEvent): string | null {
  const exact = `event_${kind}_${by}`;
  if (hasWord(exact)) return t(exact);
  const general = `event_${kind}`;
  return hasWord(general) ? t(general) : null;
}
