import { createQueue } from '#utils/queue.ts';

const queues = new Map<string, { run: ReturnType<typeof createQueue>; waiting: number }>();

/**
 * Runs `work` when everything started before under the same name has ended: in this page by a promise, over all tabs of
 * the origin by a lock where the browser has them (plain http has none; there the outbox alone keeps writers apart).
 */
export async function serialize<T>(name: string, work: () => Promise<T>): Promise<T> {
  const queue = queues.get(name) ?? { run: createQueue(), waiting: 0 };
  queues.set(name, queue);
  queue.waiting += 1;
  try {
    return await queue.run(() => locked(name, work));
  } finally {
    queue.waiting -= 1;
    if (queue.waiting === 0) queues.delete(name);
  }
}

async function locked<T>(name: string, work: () => Promise<T>): Promise<T> {
  const locks: LockManager | undefined = globalThis.navigator?.locks;
  if (locks === undefined) return work();
  const running: Promise<T>[] = [];
  await hold(locks, `dodolan ${name}`, async () => {
    const run = work();
    running.push(run);
    await run.catch(() => undefined);
  });
  const [run] = running;
  if (run === undefined) throw new Error(`${name}: the lock was never given`);
  return run;
}

declare global {
  /** Only in Firefox's content scripts: turns `run` into a function of the page. */
  var exportFunction: (<F extends (...given: never[]) => unknown>(run: F, scope: object) => F) | undefined;
}

/**
 * Holds the lock while `body` runs. In Firefox the lock manager is the page's and may not look at a content script's
 * promise ("Permission denied to access property then"). So its callback is a function of the page, and the promise
 * that it waits for is one of the page's.
 */
async function hold(locks: LockManager, name: string, body: () => Promise<void>): Promise<void> {
  const forPage = globalThis.exportFunction;
  if (forPage === undefined) return locks.request(name, body);
  const settle = (resolve: () => void) => void body().then(() => resolve());
  await locks.request(
    name,
    forPage(() => new window.Promise<void>(forPage(settle, window)), window),
  );
}
