import type { Db, Tx } from '#utils/db/db.ts';
import type { OutboxDeps } from '#utils/outbox/deps.ts';

/**
 * A worker's life that ends at its n-th step over a border (database, network, tab), before or after the border was
 * crossed. From then on nothing of it goes on: its promises never settle, exactly like a worker that the browser ended.
 */
export class Life {
  steps = 0;
  readonly ended: Promise<'ended'>;
  #end: (how: 'ended') => void = () => undefined;

  constructor(readonly endsAt = Number.POSITIVE_INFINITY) {
    this.ended = new Promise((resolve) => {
      this.#end = resolve;
    });
  }

  get isOver(): boolean {
    return this.steps >= this.endsAt;
  }

  async step(): Promise<void> {
    this.steps += 1;
    if (!this.isOver) return;
    this.#end('ended');
    await new Promise(() => undefined);
  }

  /** Two steps: one before the work, one after it has happened but before anybody knows. */
  through<A extends unknown[], T>(work: (...args: A) => Promise<T>): (...args: A) => Promise<T> {
    return async (...args) => {
      await this.step();
      const result = await work(...args);
      await this.step();
      return result;
    };
  }
}

/** The same deps, but every border in them is crossed within this life. */
export function mortal(deps: OutboxDeps, life: Life): OutboxDeps {
  const db: Db = {
    read: <T>(...args: [Parameters<Db['read']>[0], (tx: Tx) => Promise<T>]) => life.through(deps.db.read<T>)(...args),
    aside: deps.db.aside,
    change: <T>(...args: [Parameters<Db['change']>[0], (tx: Tx) => Promise<T>]) =>
      life.through(deps.db.change<T>)(...args),
  };
  return {
    ...deps,
    db,
    driven: {
      of: life.through(deps.driven.of),
      begin: life.through(deps.driven.begin),
      drive: life.through(deps.driven.drive),
      look: life.through(deps.driven.look),
      end: life.through(deps.driven.end),
    },
    tabs: {
      of: life.through(deps.tabs.of),
      anyOf: life.through(deps.tabs.anyOf),
      prepare: life.through(deps.tabs.prepare),
      save: life.through(deps.tabs.save),
      unpublish: life.through(deps.tabs.unpublish),
    },
  };
}
