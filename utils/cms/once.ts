const queues = new Map<string, Promise<unknown>>();

/**
 * Runs `work` when everything started before under the same name has ended: in this page by a promise, over all tabs of
 * the origin by a lock where the browser has them (plain http has none; there the outbox alone keeps writers apart).
 */
export function oneAtATime<T>(name: string, work: () => Promise<T>): Promise<T> {
  const before = queues.get(name) ?? Promise.resolve();
  const run = before.then(
    () => locked(name, work),
    () => locked(name, work),
  );
  const settled = run.then(
    () => undefined,
    () => undefined,
  );
  queues.set(name, settled);
  void settled.then(() => {
    if (queues.get(name) === settled) queues.delete(name);
  });
  return run;
}

function locked<T>(name: string, work: () => Promise<T>): Promise<T> {
  const locks: LockManager | undefined = globalThis.navigator?.locks;
  return locks === undefined ? work() : locks.request(`dodolan ${name}`, work);
}
