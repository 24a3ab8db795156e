import type { Pair } from './measure.ts';

/** A floor that failed this often is not tried again: each try may take as long as a timeout. */
const MOST_FAILURES = 2;

/**
 * Measures figure and floor in turn (A B A B …), so that what else the machine does meets both. A figure that cannot be
 * measured ends the measurement; a floor that cannot leaves its place empty, and `why` says what happened.
 */
export class Pairs {
  readonly all: Pair[] = [];
  why = '';
  private failures = 0;

  async add(figure: () => Promise<number>, floor: () => Promise<number>): Promise<void> {
    const measured = await figure();
    this.all.push({ figure: measured, floor: await this.tryFloor(floor) });
  }

  private async tryFloor(floor: () => Promise<number>): Promise<number | null> {
    if (this.failures >= MOST_FAILURES) return null;
    try {
      return await floor();
    } catch (error) {
      this.failures += 1;
      this.why = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
      return null;
    }
  }
}
