import { VillageTag } from '#components/villages/VillageTag.tsx';
import { termsText } from '#contract/format.ts';
import type { WordKey } from '#utils/i18n/keys.ts';
import { locale, t } from '#utils/i18n/t.ts';
import { deadline, isStuck, type Thread } from '#utils/inquiries/threads.ts';
import { listWib } from '#utils/inquiries/time.ts';
import type { OutboxMessage } from '#utils/model/outbox.ts';
import { ProductPhoto } from './ProductPhoto.tsx';
import { StateChip } from './StateChip.tsx';
import { TimeLeft } from './TimeLeft.tsx';

interface Props {
  thread: Thread;
  now: number;
  onOpen: () => void;
}

/** One inquiry in the list: the buyer, the product, and how much time is left to answer. */
export function InquiryRow({ thread, now, onOpen }: Props) {
  const { inquiry, unread } = thread;
  const until = deadline(thread);
  const waiting = thread.owed.findLast((row) => !isStuck(row));
  return (
    <li>
      <button
        type="button"
        class={`inquiry${thread.toAnswer ? ' inquiry-due' : ''}`}
        data-row={inquiry.id}
        onClick={onOpen}
      >
        <ProductPhoto hash={inquiry.listing.photo} village={inquiry.village} />
        <span class="inquiry-text">
          <span class="inquiry-top">
            {unread && <span class="dot" role="img" aria-label={t('inbox_unread')} />}
            <span class="inquiry-name">{inquiry.listing.name}</span>
            {until === null ? <StateChip state={inquiry.state} /> : <TimeLeft until={until} now={now} />}
          </span>
          <span class="inquiry-line">{lastLine(thread)}</span>
          <span class="inquiry-foot soft">
            <VillageTag village={inquiry.village} />
            {inquiry.buyer.name ?? t('buyer_unnamed')} · {listWib(inquiry.updatedAt, now, locale())}
            {thread.owed.some(isStuck) && <strong class="bad"> · {t('owed_stuck_short')}</strong>}
            {waiting && <span> · {t(waitWord(waiting))}</span>}
          </span>
        </span>
      </button>
    </li>
  );
}

function waitWord({ reason }: OutboxMessage): WordKey {
  if (reason === null) return 'owed_sending_short';
  return reason === 'offline' ? 'owed_waiting_short' : 'owed_market_short';
}

const WITH_TERMS: ReadonlySet<string> = new Set(['offered', 'countered', 'deal', 'fulfilled', 'cancelled']);

function lastLine({ inquiry }: Thread): string {
  const { terms, listing, state } = inquiry;
  if (terms !== null && WITH_TERMS.has(state)) return termsText(terms, listing, locale());
  const said = inquiry.events.findLast((event) => event.text !== null && event.text !== '');
  if (said?.text) return said.by === 'village' ? t('inbox_you_said', said.text) : said.text;
  return '';
}
