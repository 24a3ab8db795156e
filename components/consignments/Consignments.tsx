import { useState } from 'preact/hooks';
import { useBackground } from '#components/background/context.ts';
import type { Undoable } from '#components/listings/useListingActions.ts';
import { Button } from '#components/ui/Button.tsx';
import { Notice } from '#components/ui/Notice.tsx';
import { Undo } from '#components/ui/Undo.tsx';
import type { Id } from '#contract';
import { AHEAD } from '#utils/consignments/ahead.ts';
import { t } from '#utils/i18n/t.ts';
import type { Output } from '#utils/messages.ts';
import { ConsignmentRow } from './ConsignmentRow.tsx';
import { useConsignments } from './useConsignments.ts';

interface Props {
  /** Null while it is not known. */
  list: Output<'consignment/list'> | null;
  /** So many are shown; `onMore` leads to the rest. */
  most: number;
  onMore?: () => void;
  /** False where only opening is offered. */
  canRefuse?: boolean;
  onTaken: (id: Id) => unknown;
  /** Takes the way to undo a refusal; without it the way is shown here. */
  onDone?: (done: Undoable) => void;
}

/** What villagers have sent and nobody has looked at, the oldest first; nothing while there is none. */
export function Consignments({ list, most, onMore, canRefuse = true, onTaken, onDone }: Props) {
  const [done, setDone] = useState<Undoable | null>(null);
  const { send } = useBackground();
  const actions = useConsignments(onTaken, onDone ?? setDone);
  if (list === null) return null;
  const { waiting, elsewhere } = list;
  if (waiting.length === 0 && elsewhere.length === 0 && done === null) return null;
  const more = waiting.length - most;
  return (
    <section class="consignments" aria-labelledby="titipan">
      {actions.problem !== null && <Notice look="bad">{actions.problem}</Notice>}
      {elsewhere.length > 0 && (
        <Notice
          look="warn"
          actions={<Button onClick={() => void send('consignment/seen', {})}>{t('titip_elsewhere_ok')}</Button>}
        >
          {t('titip_elsewhere', elsewhere.map(({ name }) => name).join(', '))}
        </Notice>
      )}
      {waiting.length > 0 && (
        <>
          <h2 id="titipan">{t('titip_waiting', waiting.length)}</h2>
          <ul class="consigned-list">
            {waiting.slice(0, most).map((one) => (
              <ConsignmentRow key={one.id} one={one} canRefuse={canRefuse} actions={actions} />
            ))}
          </ul>
          {more > 0 && onMore !== undefined && <Button onClick={onMore}>{t('titip_more', more)}</Button>}
          {more > 0 && onMore === undefined && <p class="soft">{t('titip_more', more)}</p>}
          {/* Somebody sends nonsense without end: one by one would take the official an evening. */}
          {most === AHEAD && more > 0 && (
            <Button look="danger" onClick={() => actions.refuse(waiting)}>
              {t('titip_refuse_all', waiting.length)}
            </Button>
          )}
        </>
      )}
      {done !== null && (
        <Undo
          text={done.text}
          undoLabel={t('undo')}
          onUndo={() => {
            done.undo();
            setDone(null);
          }}
          onGone={() => setDone(null)}
        />
      )}
    </section>
  );
}
