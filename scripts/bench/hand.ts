/** How long (ms) a person takes for a key, and for a press of the mouse with the way to it. */
const KEY_MS = 200;
const CLICK_MS = 1_000;

/**
 * A person's hand: counts what it does, and the time that the machine makes it wait. A key or a press takes its time even
 * where the machine is done sooner, so the waits are only what lies beyond it.
 */
export class Hand {
  keys = 0;
  clicks = 0;
  private waited = 0;

  /** Does `work`, which costs the person so many keys and clicks; what it takes longer than they do is waiting. */
  async does(cost: { keys?: number; clicks?: number }, work: () => Promise<unknown>): Promise<void> {
    const { keys = 0, clicks = 0 } = cost;
    this.keys += keys;
    this.clicks += clicks;
    const before = performance.now();
    await work();
    this.waited += Math.max(0, performance.now() - before - keys * KEY_MS - clicks * CLICK_MS);
  }

  /** Only waits. */
  waits(until: () => Promise<unknown>): Promise<void> {
    return this.does({}, until);
  }

  get seconds(): number {
    return (this.keys * KEY_MS + this.clicks * CLICK_MS + this.waited) / 1000;
  }
}
