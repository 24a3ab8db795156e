import { useEffect } from 'preact/hooks';
import { useQuery } from '#components/background/context.ts';
import { Notice } from '#components/ui/Notice.tsx';
import type { Id } from '#contract';
import type { WordKey } from '#utils/i18n/keys.ts';
import { t } from '#utils/i18n/t.ts';
import type { HandedState } from '#utils/model/handed.ts';
import { onShown } from '#utils/runtime/frame.ts';

/** What is said of a card that was looked for again; nothing yet of one that stands in the form. */
const WORDS: Record<Exclude<HandedState, 'form'>, [title: WordKey, text: WordKey]> = {
  again: ['card_again_title', 'card_again'],
  listed: ['card_listed_title', 'card_listed'],
  mentioned: ['card_mentioned_title', 'card_mentioned'],
  lost: ['card_lost_title', 'card_lost'],
};

/** Beside the button that inserts the card: what became of the one before, and what the open form will ask for. */
export function WhereIsCard({ id }: { id: Id }) {
  const where = useQuery('card/where', { id }, ['outbox']);
  useEffect(() => onShown(where.again), []);
  if (where.value === null) return null;
  const { asks, state } = where.value;
  const words = state === null || state === 'form' ? null : WORDS[state];
  return (
    <>
      {words !== null && (
        <Notice look="warn" title={t(words[0])}>
          <p>{t(words[1])}</p>
        </Notice>
      )}
      {asks.length > 0 && <p>{t('insert_asks', asks.join(', '))}</p>}
    </>
  );
}
