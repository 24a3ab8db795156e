import { Button } from '#components/ui/Button.tsx';
import type { Id } from '#contract';
import { t } from '#utils/i18n/t.ts';
import { AddressField } from './AddressField.tsx';
import { InsertCard } from './InsertCard.tsx';

/** The link back by hand: the person inserts the card, saves the article and gives its address, or skips all that. */
export function ByHand({ id, onSkip }: { id: Id; onSkip: () => void }) {
  return (
    <div class="by-hand">
      <InsertCard id={id} />
      <AddressField id={id} />
      <Button look="quiet" onClick={onSkip}>
        {t('hand_skip')}
      </Button>
    </div>
  );
}
