import { expect, test } from 'vitest';
import { Pairs } from '#scripts/bench/pairs.ts';

const failing = () => Promise.reject(new Error('no such page\nat line 1'));

test('figure and floor are measured in turn', async () => {
  const order: string[] = [];
  const measure = (name: string, value: number) => async () => {
    order.push(name);
    return value;
  };
  const pairs = new Pairs();
  for (const round of [1, 2]) await pairs.add(measure(`figure ${round}`, round * 10), measure(`floor ${round}`, round));
  expect(order).toEqual(['figure 1', 'floor 1', 'figure 2', 'floor 2']);
  expect(pairs.all).toEqual([
    { figure: 10, floor: 1 },
    { figure: 20, floor: 2 },
  ]);
});

test('a floor that fails leaves its place empty, says why in one line, and is tried once more', async () => {
  const pairs = new Pairs();
  let tried = 0;
  const floor = () => {
    tried += 1;
    return failing();
  };
  for (const figure of [1, 2, 3, 4]) await pairs.add(async () => figure, floor);
  expect(pairs.all.map((pair) => pair.floor)).toEqual([null, null, null, null]);
  expect(pairs.all.map((pair) => pair.figure)).toEqual([1, 2, 3, 4]);
  expect(tried).toBe(2);
  expect(pairs.why).toBe('no such page');
});

test('a floor that failed once is there again in the next round', async () => {
  const pairs = new Pairs();
  await pairs.add(async () => 1, failing);
  await pairs.add(
    async () => 2,
    async () => 1,
  );
  expect(pairs.all).toEqual([
    { figure: 1, floor: null },
    { figure: 2, floor: 1 },
  ]);
});

test('a figure that cannot be measured ends the measurement', async () => {
  await expect(new Pairs().add(failing, async () => 1)).rejects.toThrow('no such page');
});
