// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type OpensidDouble, startOpensid } from '#tests/cms/doubles/opensid.ts';
import { opensidDriver } from '#utils/cms/opensid/driver.ts';
import type { DriverContext, LinkBackPost } from '#utils/cms/types.ts';
import { openTab } from './browser.ts';
import { pictureOf, postOf, repriced } from './post.ts';

const driver = opensidDriver(async () => pictureOf('image/jpeg'));
let double: OpensidDouble;
let context: DriverContext;

beforeEach(async () => {
  double = await startOpensid();
  context = await (await openTab(double.base, 'admin')).open('web');
});
afterEach(() => double.close());

/**
 * How many answers a save waits for one after the other, in which a page of the village's site may take 5 s each: a request
 * stands one step behind the last answer that was there when it was sent.
 */
async function steps(post: LinkBackPost): Promise<{ steps: number; saved: Awaited<ReturnType<typeof driver.save>> }> {
  let answered = 0;
  const counting: typeof fetch = async (input, init) => {
    const own = answered + 1;
    const response = await context.fetch(input, init);
    answered = Math.max(answered, own);
    return response;
  };
  const saved = await driver.save({ ...context, fetch: counting }, post);
  return { steps: answered, saved };
}

test('a new article waits for few pages in a row, and for fewer once the category is known', async () => {
  await driver.save(context, postOf());
  const first = postOf();
  const { steps: waited, saved } = await steps(first);
  expect(waited).toBeLessThanOrEqual(4);
  const changed = await steps({ ...repriced(first, 'Rp30.000'), known: saved });
  expect(changed.steps).toBeLessThanOrEqual(4);
});
