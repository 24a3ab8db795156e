import { Button } from '#components/ui/Button.tsx';
import type { Id } from '#contract';
import { t } from '#utils/i18n/t.ts';
import { InsertResult } from './InsertResult.tsx';
import { useInsert } from './useInsert.ts';

/** The button that inserts the card, and the result under it. */
export function InsertCard({ id }: { id: Id }) {
  const { insertion, insert, copy } = useInsert(id);
  return (
    <>
      <Button busy={insertion.state === 'busy'} onClick={insert}>
        {t('insert_card')}
      </Button>
      <InsertResult insertion={insertion} onCopy={copy} />
    </>
  );
}
