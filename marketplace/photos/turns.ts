import { ProblemError } from '#marketplace/problem.ts';

/** When too many wait, the sender is asked to come again after so many seconds. */
const COME_AGAIN_SECONDS = 20;

/**
 * Lets work go one after another, in the order in which it came. At most `waitingMax` wait; what comes beyond that gets
 * `unavailable` at once, because it would wait longer than its sender does.
 */
export function takeTurns(waitingMax: number): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  let begun = 0;
  return (work) => {
    if (begun > waitingMax) throw new ProblemError('unavailable', { retryAfter: COME_AGAIN_SECONDS });
    begun++;
    const turn = last.then(work).finally(() => begun--);
    last = turn.catch(() => {});
    return turn;
  };
}
