import { afterEach, beforeEach, expect, test, vi } from 'vitest';

type Listener = (...args: unknown[]) => unknown;
const heard = new Map<string, Listener>();
const start = vi.hoisted(() => ({ fails: 0, times: 0 }));

vi.mock('wxt/browser', () => {
  const event = (name: string) => ({ addListener: (listener: Listener) => heard.set(name, listener) });
  return {
    browser: {
      runtime: {
        onMessage: event('message'),
        onInstalled: event('installed'),
        onStartup: event('startup'),
        onConnect: event('connect'),
      },
      permissions: { onAdded: event('added'), onRemoved: event('removed') },
      alarms: { onAlarm: event('alarm') },
      notifications: { onClicked: event('clicked') },
    },
  };
});
vi.mock('#utils/background/start.ts', () => ({
  startBackground() {
    start.times += 1;
    if (start.times <= start.fails) throw new Error('the disk is full');
    return { answer: async () => ({ ok: true, value: 'said' }), alarmed: () => undefined };
  },
}));

beforeEach(() => {
  vi.resetModules();
  vi.stubGlobal('self', { addEventListener: () => undefined });
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  start.times = 0;
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

async function wake(fails: number) {
  start.fails = fails;
  const { default: background } = await import('#entrypoints/background.ts');
  (background as { main(): void }).main();
  return () => new Promise((resolve) => heard.get('message')?.({ name: 'a' }, {}, resolve));
}

test('a background that cannot start says so to every message, and the next event starts it anew', async () => {
  const ask = await wake(1);
  expect(await ask()).toMatchObject({ ok: false, code: 'internal' });
  expect(await ask()).toEqual({ ok: true, value: 'said' });
});

test('a background is put together once for all events of its life', async () => {
  const ask = await wake(0);
  heard.get('alarm')?.({ name: 'drain' });
  expect(await Promise.all([ask(), ask()])).toHaveLength(2);
  vi.runAllTimers();
  await ask();
  expect(start.times).toBe(1);
});
