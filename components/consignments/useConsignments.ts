import { useState } from 'preact/hooks';
import { asAppError, useBackground } from '#components/background/context.ts';
import { errorText } from '#components/background/errorText.ts';
import type { Undoable } from '#components/listings/useListingActions.ts';
import type { Id } from '#contract';
import { t } from '#utils/i18n/t.ts';
import type { ConsignmentView } from '#utils/model/consignment.ts';

export interface ConsignmentActions {
  open(id: Id): void;
  refuse(which: readonly ConsignmentView[]): void;
  /** The one that is being opened: its photos may have to come first. */
  opening: Id | null;
  problem: string | null;
}

/** What can be done with what a villager sent. `onTaken` opens the draft that it has become. */
export function useConsignments(onTaken: (id: Id) => unknown, onDone: (done: Undoable) => void): ConsignmentActions {
  const { send } = useBackground();
  const [problem, setProblem] = useState<string | null>(null);
  const [opening, setOpening] = useState<Id | null>(null);
  const attempt = async (work: () => Promise<unknown>) => {
    setProblem(null);
    try {
      await work();
    } catch (error) {
      setProblem(errorText(asAppError(error)));
    } finally {
      setOpening(null);
    }
  };
  return {
    problem,
    opening,
    open(id) {
      setOpening(id);
      void attempt(async () => {
        await send('consignment/take', { id });
        await onTaken(id);
      });
    },
    refuse: (which) =>
      void attempt(async () => {
        const ids = which.map(({ id }) => id);
        const [first] = which;
        await send('consignment/refuse', { ids });
        onDone({
          text:
            which.length === 1 && first !== undefined
              ? t('titip_refused', first.name)
              : t('titip_refused_all', which.length),
          undo: () => void attempt(() => send('consignment/unrefuse', { ids })),
        });
      }),
  };
}
