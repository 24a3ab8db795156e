import { beforeEach, expect, test, vi } from 'vitest';
import { newId } from '#contract/newId.ts';
import { DEED, recipeFor } from '#tests/marketplace/recipes/samples.ts';
import type { Db } from '#utils/db/db.ts';
import { retry } from '#utils/outbox/actions.ts';
import { driveNow } from '#utils/sites/driveNow.ts';
import { fake } from './fakeBrowser.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('./fakeBrowser.ts')).fake.api }));
vi.mock('#utils/outbox/actions.ts', () => ({ retry: vi.fn(async () => undefined) }));
vi.mock('#utils/recipes/book.ts', () => ({
  recipeOf: async () => {
    const driven = { button: { text: 'Simpan', isSubmit: true }, awaits: [] };
    return recipeFor(SITE, { create: { ...DEED, way: 'driven', action: DEED.page, press: null, driven } });
  },
}));

const SITE = 'https://onje.desa.id';
const CLOCK = { now: 1_700_000_000_000, random: 0.5 };
const owed = {
  row: { kind: 'listing', owed: ['linkback'], reason: 'press_to_write' },
  listing: { input: { siteUrl: SITE, state: 'live' } },
};
const withRow = (read: () => Promise<unknown>) => ({ read }) as unknown as Db;

beforeEach(() => {
  fake.reset();
  vi.mocked(retry).mockClear();
});

test('a double click opens one tab, and sets the listing going once', async () => {
  const db = withRow(async () => owed);
  const id = newId();
  await Promise.all([driveNow(db, id, CLOCK), driveNow(db, id, CLOCK)]);
  expect(fake.created).toEqual([SITE + DEED.page]);
  expect(retry).toHaveBeenCalledTimes(1);
});

test('a press that failed does not hold up the next one', async () => {
  const id = newId();
  const lost = withRow(async () => Promise.reject(new Error('lost')));
  await expect(driveNow(lost, id, CLOCK)).rejects.toThrow('lost');
  await driveNow(
    withRow(async () => owed),
    id,
    CLOCK,
  );
  expect(fake.created).toHaveLength(1);
});
