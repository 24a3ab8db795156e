import { useState } from 'preact/hooks';
import { asAppError, useBackground } from '#components/background/context.ts';
import type { Id } from '#contract';
import type { AppError } from '#utils/appError.ts';
import type { Inserted } from '#utils/model/views.ts';
import { copyCard } from './copyCard.ts';

export type Insertion =
  | { state: 'idle' | 'busy' }
  | { state: 'done'; result: Inserted; copied: boolean | null }
  | { state: 'failed'; error: AppError };

/** "Insert the product card": asks the background to insert it, and copies the card when no editor took it. */
export function useInsert(id: Id) {
  const { send } = useBackground();
  const [insertion, setInsertion] = useState<Insertion>({ state: 'idle' });
  const copy = async (result: Inserted) => setInsertion({ state: 'done', result, copied: await copyCard(result) });
  const insert = async () => {
    setInsertion({ state: 'busy' });
    try {
      const result = await send('card/insert', { id });
      if (result.outcome === 'copy') await copy(result);
      else setInsertion({ state: 'done', result, copied: null });
    } catch (error) {
      setInsertion({ state: 'failed', error: asAppError(error) });
    }
  };
  return { insertion, insert: () => void insert(), copy: (result: Inserted) => void copy(result) };
}
