import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest';
import { endAll, enter } from './lifetime.ts';
import { runningNow, watch } from './running.ts';

/**
 * Whatever a test mounts, starts or times ends with it. Vitest runs this before each test file, so the first hook here
 * runs before all of the file's own, and the last one after them.
 */
watch();

/** What is about to end by itself gets this long (ms), so that nothing runs on into the next test. */
const GRACE = 1000;
/** Node's own, which no test's fake clock stops. */
const now = performance.now.bind(performance);
const { setTimeout: pause } = globalThis;

/** What a failure has named: a file need not fail for what its test failed for. */
const told = new Set<unknown>();

/** Waits until nothing runs but what ran `before`; then fails, naming what does. */
async function allEnded(before: ReadonlySet<unknown>, { withServices }: { withServices: boolean }): Promise<void> {
  const left = () =>
    runningNow().filter((one) => !before.has(one) && !told.has(one) && (withServices || !one.isService));
  for (const since = now(); left().length > 0 && now() - since < GRACE; ) {
    await new Promise((resolve) => pause(resolve, 5).unref());
  }
  const named = left().map(({ what, begun }) => `${what}, ${begun}`);
  for (const one of left()) told.add(one);
  if (named.length > 0) throw new Error(`left running: ${named.join('; ')}`);
}

let before: ReadonlySet<unknown> = new Set();

beforeEach(() => {
  enter('test');
  before = new Set(runningNow());
});

afterEach(async () => {
  const isFake = vi.isFakeTimers();
  vi.useRealTimers();
  await endAll('test');
  enter('file');
  if (isFake) throw new Error('left running: the fake clock');
  await allEnded(before, { withServices: false });
});

let beforeFile: ReadonlySet<unknown> = new Set();
beforeAll(() => {
  beforeFile = new Set(runningNow());
});
afterAll(async () => {
  await endAll('file');
  await allEnded(beforeFile, { withServices: true });
});

// jsdom lays nothing out, so it knows no media: an office computer with a mouse.
if (typeof window !== 'undefined') window.matchMedia ??= () => ({ matches: false }) as MediaQueryList;
