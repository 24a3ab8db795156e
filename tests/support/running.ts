import { Server } from 'node:net';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
/** What makes a timer here means it for one page or one test. */
const OWN = /^(?:file:\/\/)?\/(?:tests|components|utils|entrypoints)\//;

/** Something that runs until somebody ends it: what it is, and the line that began it. */
interface Running {
  what: string;
  begun: string;
  /**
   * Begun by the server or a package, perhaps on behalf of something that a whole file uses (the marketplace's jobs, a pool
   * of connections): it must be over when the file is, not when the test is.
   */
  isService: boolean;
  isRunning(): boolean;
}

const begun = new Set<Running>();

/** The line that called the watched function. */
function whereFrom(): Pick<Running, 'begun' | 'isService'> {
  const lines = new Error().stack?.split('\n').slice(1) ?? [];
  const line = lines.find((one) => !one.includes('tests/support/running'))?.trim() ?? '';
  const begun = line.replace(`${ROOT}/`, '/');
  const [place = ''] = /(?:file:\/\/)?\/[^()]*$/.exec(begun) ?? [];
  return { begun, isService: !OWN.test(place) };
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
    begun.add({ what: 'a server', ...whereFrom(), isRunning: () => this.listening });
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
    begun.add({ what, ...whereFrom(), isRunning: () => !isOver && !isCleared() && timer.hasRef() });
    return timer;
  };
  Object.assign(globalThis, { [name]: Object.defineProperties(watched, Object.getOwnPropertyDescriptors(original)) });
}
