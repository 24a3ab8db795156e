import { expect, test } from 'vitest';
import { serialize } from '#utils/cms/serialize.ts';

test('work under one name goes one after the other, a failed one does not stop the next, other names do not wait', async () => {
  const steps: string[] = [];
  const gate = Promise.withResolvers<void>();
  const first = serialize('a', async () => {
    steps.push('first begins');
    await gate.promise;
    steps.push('first ends');
    throw new Error('x');
  });
  const second = serialize('a', async () => steps.push('second'));
  await serialize('b', async () => steps.push('other'));
  gate.resolve();
  await expect(first).rejects.toThrow('x');
  await second;
  expect(steps).toEqual(['first begins', 'other', 'first ends', 'second']);
});
