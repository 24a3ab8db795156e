import { Button } from '#components/ui/Button.tsx';
import type { Id } from '#contract';
import { t } from '#utils/i18n/t.ts';
import { AddressField } from './AddressField.tsx';
import { InsertCard } from './InsertCard.tsx';

/** The link back by a person's hand: insert, save it there, say where it is; or leave it. */
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
