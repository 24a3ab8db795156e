import { vi } from 'vitest';

/** Waits until the check passes: for what is meant, never for a time. On a busy machine a second, Vitest's own limit, is short. */
export const soon = <T>(check: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(check, { timeout: 10_000, interval: 10 });
