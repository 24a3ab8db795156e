import { open, readFile } from 'node:fs/promises';
import { SECOND } from '#contract/time.ts';

export interface Timing {
  /** How often a holder gives a sign of life, in ms. */
  beat: number;
  /** How long a holder may give none before it counts as dead, in ms. */
  patience: number;
}

export const TIMING: Timing = { beat: 5 * SECOND, patience: 20 * SECOND };

/** So wide that each beat overwrites the one before in its place: that needs no room on a full disk. */
const beatText = (n: number) => String(n).padStart(16, '0');

/**
 * Writes a number that grows by one with each beat, for whoever watches the file over a network; `onBeat` is called after
 * each. The number and not the time is what tells, so no clock that jumps can kill a holder or keep it alive.
 */
export async function startHeartbeat(
  file: string,
  { beat }: Timing,
  onBeat: () => Promise<void>,
): Promise<{ stop(): Promise<void> }> {
  const handle = await open(file, 'w', 0o600);
  let n = 0;
  const write = async () => {
    await handle.write(beatText(n++), 0);
    await handle.datasync();
  };
  await write();
  let last: Promise<unknown> = Promise.resolve();
  let isBusy = false;
  const timer = setInterval(() => {
    if (isBusy) return;
    isBusy = true;
    // A beat that cannot be written now (a network that is away) is tried again with the next.
    last = onBeat()
      .then(write)
      .catch(() => {})
      .finally(() => {
        isBusy = false;
      });
  }, beat);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await last;
      await handle.close();
    },
  };
}

/** Whether the file changes within the patience; answers as soon as it does. */
export async function beats(file: string, { beat, patience }: Timing): Promise<boolean> {
  const read = () => readFile(file, 'utf8').catch(() => null);
  const first = await read();
  const started = performance.now();
  while (performance.now() - started < patience) {
    await new Promise((resolve) => setTimeout(resolve, Math.min(beat, patience) / 5));
    if ((await read()) !== first) return true;
  }
  return false;
}
