/**
 * Answers as `work` does, or throws the signal's reason as soon as it aborts, whatever `work` does then. A peer may
 * answer in a way that its library never tells of (HTTP 101), so nothing that comes from outside is awaited without it.
 */
export function within<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  const stop = () => reject(signal.reason);
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, { once: true });
  work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  return promise;
}
