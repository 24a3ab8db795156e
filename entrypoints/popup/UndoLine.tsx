import { useEffect, useState } from 'preact/hooks';
import { useBackground } from '#components/background/context.ts';
import { useNow } from '#components/background/useNow.ts';
import { typedKey } from '#components/inbox/ThreadView.tsx';
import type { Undoable } from '#components/listings/useListingActions.ts';
import { Undo } from '#components/ui/Undo.tsx';
import type { Id, Inquiry } from '#contract';
import type { WordKey } from '#utils/i18n/keys.ts';
import { t } from '#utils/i18n/t.ts';
import { counterKey, typedTerms } from '#utils/inquiries/counter.ts';
import { joinTyped, takeBack } from '#utils/inquiries/outgoing.ts';
import { undoable, undoLeft } from '#utils/inquiries/undo.ts';
import type { OutboxMessage, OutboxRow } from '#utils/model/outbox.ts';

const SENT: Record<OutboxMessage['message']['kind'], WordKey> = {
  reply: 'done_reply',
  counter: 'done_counter',
  accept: 'done_accept',
  decline: 'done_decline',
  fulfil: 'done_fulfil',
  cancel: 'done_cancel',
  report: 'done_report',
};

interface Props {
  outbox: OutboxRow[];
  inquiries: Inquiry[];
  /** What was done to a listing, if that was last. */
  done: Undoable | null;
  onGone: () => void;
  onTakenBack: (inquiryId: Id) => void;
}

/** The one line at the bottom that takes the last thing back. For messages it counts down what is really left. */
export function UndoLine({ outbox, inquiries, done, onGone, onTakenBack }: Props) {
  const { send } = useBackground();
  const [tooLate, setTooLate] = useState(false);
  const waits = outbox.some((row) => row.kind === 'message');
  const now = useNow(waits ? 500 : 0);
  const row = undoable(outbox, Math.max(now, Date.now()));
  useEffect(() => setTooLate(false), [row?.id]);

  const undo = async (message: OutboxMessage) => {
    const inquiry = inquiries.find((one) => one.id === message.inquiryId) ?? null;
    if (!(await takeBack(send, message, inquiry))) return setTooLate(true);
    const key = typedKey(message.inquiryId);
    const { text } = await send('typed/read', { key });
    await send('typed/keep', { key, text: joinTyped(message.message.text, text) });
    if (message.message.kind === 'counter')
      await send('typed/keep', { key: counterKey(message.inquiryId), text: typedTerms(message.message.terms) });
    onTakenBack(message.inquiryId);
  };
  if (tooLate)
    return (
      <Undo
        text={t('undo_too_late')}
        undoLabel={t('close')}
        onUndo={() => setTooLate(false)}
        onGone={() => setTooLate(false)}
        stayMs={5000}
      />
    );
  if (row !== null) {
    const seconds = Math.ceil(undoLeft(row, now) / 1000);
    return (
      <Undo
        text={t(SENT[row.message.kind])}
        undoLabel={t('undo_seconds', seconds)}
        onUndo={() => void undo(row)}
        onGone={() => undefined}
      />
    );
  }
  if (done === null) return null;
  return (
    <Undo
      text={done.text}
      undoLabel={t('undo')}
      onUndo={() => {
        done.undo();
        onGone();
      }}
      onGone={onGone}
    />
  );
}
