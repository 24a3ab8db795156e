import { useEffect, useRef, useState } from 'preact/hooks';
import { asAppError, useBackground } from '#components/background/context.ts';
import { errorText } from '#components/background/errorText.ts';
import { useKeys } from '#components/background/useKeys.ts';
import { useNow } from '#components/background/useNow.ts';
import { usePersistentText } from '#components/background/usePersistentText.ts';
import { Notice } from '#components/ui/Notice.tsx';
import { SCROLLS } from '#components/ui/scrolls.ts';
import type { VillageMessage } from '#contract';
import { newId } from '#contract/newId.ts';
import { t } from '#utils/i18n/t.ts';
import { counterKey, typedTerms } from '#utils/inquiries/counter.ts';
import { joinTyped, seen, sendMessage } from '#utils/inquiries/outgoing.ts';
import type { Thread } from '#utils/inquiries/threads.ts';
import { History } from './History.tsx';
import { OfferPanel } from './OfferPanel.tsx';
import { ReplyBox } from './ReplyBox.tsx';
import { canTell, TellBuyer } from './TellBuyer.tsx';
import { ThreadHead } from './ThreadHead.tsx';
import { ThreadTools } from './ThreadTools.tsx';

/** The key under which the text typed for an inquiry is stored. */
export const typedKey = (inquiryId: string) => `reply:${inquiryId}`;

interface Props {
  thread: Thread;
  ownReplies: string[];
  villageName: string;
  onBack: () => void;
}

/** One inquiry: the product on top, the whole conversation, the terms on the table, and the reply box. */
export function ThreadView({ thread, ownReplies, villageName, onBack }: Props) {
  const background = useBackground();
  const { inquiry } = thread;
  const now = useNow(thread.owed.length > 0 ? 1000 : 30_000);
  const [text, setText] = usePersistentText(typedKey(inquiry.id));
  const [counter, setCounter] = usePersistentText(counterKey(inquiry.id));
  const [problem, setProblem] = useState<string | null>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  const root = useRef<HTMLDivElement>(null);
  // The row that was pressed is gone, so the thread takes the focus: Tab goes on from here, and the single keys work.
  useEffect(() => root.current?.focus(), []);
  /**
   * Id of the message that was just sent and is not in the thread yet; until it is there, a second click or key does
   * nothing.
   */
  const underWay = useRef<string | null>(null);
  if (thread.owed.some((row) => row.id === underWay.current)) underWay.current = null;
  useKeys({ Escape: onBack });

  /** Sends a message with the text of the reply box. The box is emptied only when the background has the text. */
  const say = async (make: (words: string, seq: number) => VillageMessage) => {
    if (underWay.current !== null) return;
    const messageId = newId();
    underWay.current = messageId;
    setProblem(null);
    try {
      const message = make((text ?? '').trim(), seen(inquiry));
      await sendMessage(background.send, inquiry, messageId, message);
      if (message.text !== '') setText('');
      if (message.kind === 'counter') setCounter('');
      // The button that was pressed is disabled or gone now, and the focus would be on nothing.
      (message.kind === 'reply' ? box.current : root.current)?.focus();
    } catch (error) {
      underWay.current = null;
      setProblem(errorText(asAppError(error)));
    }
  };
  const reuse = async (messageId: string) => {
    const row = thread.owed.find((one) => one.id === messageId);
    if (row === undefined) return;
    setText(joinTyped(row.message.text, text ?? ''));
    if (row.message.kind === 'counter') setCounter(typedTerms(row.message.terms));
    await background.send('inquiry/unsend', { messageId });
    box.current?.focus();
  };
  const act = (kind: 'accept' | 'decline' | 'fulfil' | 'cancel') => () =>
    void say((words, seq) => ({ kind, text: words, seen: seq }));

  return (
    <div class="thread" ref={root} tabIndex={-1}>
      <ThreadHead inquiry={inquiry} onBack={onBack} />
      <ThreadTools
        inquiry={inquiry}
        villageName={villageName}
        onReport={() => void say(() => ({ kind: 'report', text: '' }))}
      />
      <div class="thread-middle" {...SCROLLS}>
        {inquiry.flagged && <Notice look="warn">{t(inquiry.unanswered ? 'thread_unproven' : 'thread_flagged')}</Notice>}
        <History
          thread={thread}
          now={now}
          onReuse={(id) => void reuse(id)}
          onRetry={(id) => void background.send('outbox/retry', { id, overwriteEdits: false })}
        />
      </div>
      <OfferPanel
        thread={thread}
        now={now}
        counter={counter}
        onCounterText={setCounter}
        onAccept={act('accept')}
        onDecline={act('decline')}
        onFulfil={act('fulfil')}
        onCancel={act('cancel')}
        onCounter={(terms) => void say((words, seq) => ({ kind: 'counter', terms, text: words, seen: seq }))}
      />
      {canTell(inquiry) && <TellBuyer key={inquiry.events.length} inquiry={inquiry} villageName={villageName} />}
      {problem !== null && <Notice look="bad">{problem}</Notice>}
      <ReplyBox
        thread={thread}
        text={text}
        onText={setText}
        onSend={() => void say((words) => ({ kind: 'reply', text: words }))}
        ownReplies={ownReplies}
        box={box}
      />
    </div>
  );
}
