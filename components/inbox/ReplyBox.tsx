import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import { useKeys } from '#components/background/useKeys.ts';
import { Button } from '#components/ui/Button.tsx';
import { rupiah } from '#contract/format.ts';
import { locale, t } from '#utils/i18n/t.ts';
import { cannedReplies } from '#utils/inquiries/canned.ts';
import type { Thread } from '#utils/inquiries/threads.ts';
import { CannedList } from './CannedList.tsx';

/** The contract's limit of a message, in characters. */
const MAX = 2000;

interface Props {
  thread: Thread;
  /** Null while the stored text is being read. */
  text: string | null;
  onText: (text: string) => void;
  onSend: () => void;
  ownReplies: string[];
  box: RefObject<HTMLTextAreaElement | null>;
}

/** Where the village writes its reply. Every keystroke is saved; Ctrl+Enter sends. */
export function ReplyBox({ thread, text, onText, onSend, ownReplies, box }: Props) {
  const [choosing, setChoosing] = useState(false);
  const { inquiry } = thread;
  const typed = text ?? '';
  const canSend = typed.trim() !== '' && typed.length <= MAX;
  useKeys({
    [t('key_reply')]: () => box.current?.focus(),
    [t('key_canned')]: () => setChoosing((open) => !open),
  });

  const choose = (reply: string) => {
    onText(typed.trim() === '' ? reply : `${typed.trimEnd()}\n${reply}`);
    setChoosing(false);
    box.current?.focus();
  };
  return (
    <section class="reply" aria-label={t('reply_title')}>
      {choosing && (
        <CannedList
          replies={cannedReplies(ownReplies, {
            buyer: inquiry.buyer.name,
            product: inquiry.listing.name,
            price: rupiah(inquiry.listing.price, locale()),
          })}
          onChoose={choose}
          onClose={() => {
            setChoosing(false);
            box.current?.focus();
          }}
        />
      )}
      <textarea
        ref={box}
        rows={2}
        value={typed}
        disabled={text === null}
        aria-label={t('reply_title')}
        placeholder={t(inquiry.state === 'offered' ? 'reply_placeholder_offer' : 'reply_placeholder')}
        onInput={(event) => onText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && canSend) onSend();
        }}
      />
      {typed.length > MAX && (
        <p class="bad" role="alert">
          {t('reply_too_long', MAX, typed.length - MAX)}
        </p>
      )}
      <div class="reply-actions">
        <Button look="quiet" aria-expanded={choosing} onClick={() => setChoosing(!choosing)}>
          {t('reply_canned')} <kbd>{t('key_canned').toUpperCase()}</kbd>
        </Button>
        <Button
          look={inquiry.state === 'offered' ? 'plain' : 'primary'}
          disabled={!canSend}
          title="Ctrl+Enter"
          onClick={onSend}
        >
          {t('reply_send')}
        </Button>
      </div>
    </section>
  );
}
