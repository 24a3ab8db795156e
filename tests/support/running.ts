import { Server } from 'node:net';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
/** What makes a timer here means it for one page or one test. */
const OWN = /^(?:file:\/\/)?\/(?:tests|components|utils|entrypoints)\//;

/** Something that runs until somebody ends it: what it is, and the line that began it. */
interface Running {
  what: string;
  readonly begun: string;
  /**
   * Begun by the server or a package, perhaps on behalf of something that a whole file uses (the marketplace's jobs, a pool
   * of connections): it must be over when the file is, not when the test is.
   */
  readonly isService: boolean;
  isRunning(): boolean;
}

const begun = new Set<Running>();

/**
 * Remembers a thing that runs, and where this was called. V8 writes a stack as text when it is first read, which costs much
 * more than to take it; so it is read only for what still runs when somebody asks.
 */
function remember(what: string, isRunning: () => boolean): void {
  const taken = new Error();
  let place: string | undefined;
  const line = () => {
    place ??= lineOf(taken.stack ?? '');
    return place;
  };
  begun.add({
    what,
    isRunning,
    get begun() {
      return line();
    },
    get isService() {
      const [file = ''] = /(?:file:\/\/)?\/[^()]*$/.exec(line()) ?? [];
      return !OWN.test(file);
    },
  });
}

/** The line of a stack that called the watched function. */
function lineOf(stack: string): string {
  const line = stack
    .split('\n')
    .slice(1)
    .find((one) => !one.includes('tests/support/running'));
  return (line?.trim() ?? '').replace(`${ROOT}/`, '/');
}

/** Everything that runs now. */
export function runningNow(): Running[] {
  for (const one of begun) if (!one.isRunning()) begun.delete(one);
  return [...begun];
}

/** Keeps a list of servers that listen and of timers that wait. Called once, before anything takes the functions away. */
export function watch(): void {
  const listen = Server.prototype.listen;
  Server.prototype.listen = function (this: Server, ...args: unknown[]): Server {
    remember('a server', () => this.listening);
    return Reflect.apply(listen, this, args);
  };
  for (const name of ['setTimeout', 'setInterval'] as const) watchTimer(name);
}

function watchTimer(name: 'setTimeout' | 'setInterval'): void {
  const original = globalThis[name];
  const watched = (run: (...args: unknown[]) => void, ms?: number, ...args: unknown[]) => {
    let isOver = false;
    const timer = original(
      (...given: unknown[]) => {
        isOver = name === 'setTimeout';
        run(...given);
      },
      ms,
      ...args,
    );
    const what = `${name === 'setTimeout' ? 'a timer' : 'an interval'} of ${ms ?? 0} ms`;
    // A timer that was cleared is not announced; Node marks it. One without a hold on the process ends with it.
    const isCleared = () => Reflect.get(timer, '_destroyed') === true;
    remember(what, () => !isOver && !isCleared() && timer.hasRef());
    return timer;
  };
  Object.assign(globalThis, { [name]: Object.defineProperties(watched, Object.getOwnPropertyDescriptors(original)) });
}
