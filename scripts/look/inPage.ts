import type { Frame, Page } from '@playwright/test';

/**
 * Runs a function with inner functions in a page: the runner that these scripts go through wraps each of those in a
 * helper of its own, which pages do not have.
 */
export async function inPage<A, R>(page: Page | Frame, run: (argument: A) => R | Promise<R>, argument: A): Promise<R> {
  await page.evaluate('globalThis.__name ??= (named) => named');
  return (page as Page).evaluate(run as never, argument) as Promise<R>;
}
