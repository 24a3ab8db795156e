import { createContext } from 'preact';
import { useContext, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { AppError } from '#utils/appError.ts';
import type { Changed, Input, MessageName, Output } from '#utils/messages.ts';
import { onChanged } from '#utils/runtime/broadcast.ts';
import { holdWorkPort } from '#utils/runtime/keepAlivePort.ts';
import { send } from '#utils/runtime/send.ts';

/** How our pages reach the background; given from above, so that a view can be tested without a browser. */
export interface BackgroundClient {
  send<N extends MessageName>(name: N, input: Input<N>): Promise<Output<N>>;
  onChanged(callback: (changed: Changed) => void): () => void;
  /** Somebody looks on: a worker that dies is woken at once. Returns what ends it. */
  holdWorkPort(): () => void;
}

export const BackgroundContext = createContext<BackgroundClient>({ send, onChanged, holdWorkPort });

export function useBackground(): BackgroundClient {
  return useContext(BackgroundContext);
}

export interface Query<T> {
  /** Null until the first answer. A later failure keeps the last one. */
  value: T | null;
  error: AppError | null;
  /** The first answer is here, whatever it is (null may be an answer). */
  known: boolean;
  again(): void;
}

/** Asks once, and again whenever one of `topics` changed. */
export function useQuery<N extends MessageName>(
  name: N,
  input: Input<N>,
  topics: readonly Changed['changed'][],
): Query<Output<N>> {
  const background = useBackground();
  const [state, setState] = useState<Omit<Query<Output<N>>, 'again'>>({ value: null, error: null, known: false });
  const newest = useRef(0);

  const again = () => {
    const turn = ++newest.current;
    const mine = (next: (old: typeof state) => typeof state) => turn === newest.current && setState(next);
    background.send(name, input).then(
      (value) => mine(() => ({ value, error: null, known: true })),
      (error) => mine((old) => ({ value: old.value, error: asAppError(error), known: true })),
    );
  };
  // Before the first paint, not after it: an answer that was asked for early is in that paint.
  useLayoutEffect(() => {
    again();
    const stop = background.onChanged(({ changed }) => topics.includes(changed) && again());
    return () => {
      newest.current += 1;
      stop();
    };
  }, [background, name, JSON.stringify(input)]);
  return { ...state, again };
}

export function asAppError(error: unknown): AppError {
  return error instanceof AppError ? error : new AppError('internal');
}
