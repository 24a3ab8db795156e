import { createContext } from 'preact';
import { useContext, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { AppError } from '#utils/appError.ts';
import type { Input, MessageName, Output } from '#utils/messages.ts';
import { onChanged } from '#utils/runtime/broadcast.ts';
import type { Changed } from '#utils/runtime/changed.ts';
import { holdWorkPort } from '#utils/runtime/keepAlivePort.ts';
import { send } from '#utils/runtime/send.ts';

/**
 * How a page of ours reaches the background. It comes through a context, so that a view can be tested without a
 * browser.
 */
export interface BackgroundClient {
  send<N extends MessageName>(name: N, input: Input<N>): Promise<Output<N>>;
  onChanged(callback: (changed: Changed) => void): () => void;
  /**
   * Tells the background that a person has the page open, so that a worker that dies is restarted at once. Returns the
   * function that ends this.
   */
  holdWorkPort(): () => void;
}

export const BackgroundContext = createContext<BackgroundClient>({ send, onChanged, holdWorkPort });

export function useBackground(): BackgroundClient {
  return useContext(BackgroundContext);
}

export interface Query<T> {
  /** The answer; null before the first one. When a later query fails, the last answer stays. */
  value: T | null;
  error: AppError | null;
  /** True when the first answer has arrived, whatever it is (null may be an answer). */
  known: boolean;
  again(): void;
}

/** Queries the background once, and again whenever one of `topics` has changed. */
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
  // The query runs before the first paint and not after it, so that an answer that was asked for early is in that
  // paint.
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
