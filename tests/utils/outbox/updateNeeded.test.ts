import { expect, test, vi } from 'vitest';
import { CLIENT_VERSION_HEADER } from '#contract/clientVersion.ts';
import { HOUR } from '#contract/time.ts';
import { wordsOf } from '#tests/components/browser.ts';
import { AppError } from '#utils/appError.ts';
import { type OutboxRow, STEPS } from '#utils/model/outbox.ts';
import { passingWait } from '#utils/outbox/problems.ts';
import { transition } from '#utils/outbox/transition.ts';

vi.mock('wxt/browser', () => ({ browser: { runtime: { getManifest: () => ({ version: '1.2.3' }) } } }));

const clock = { now: 1_000_000, random: 0.5 };
const listing: OutboxRow = {
  kind: 'listing',
  id: 'a'.repeat(16),
  rev: 1,
  owed: [...STEPS],
  photosDone: 0,
  photosAll: 1,
  attempts: 0,
  nextAt: 0,
  reason: null,
  detail: null,
  createdAt: 0,
};

test('what an old version has to send waits, is tried again by itself, and goes on when the update starts it', () => {
  const wait = passingWait(new AppError('client_too_old'));
  if (wait === null) throw new Error('taken for a refusal of the content');
  const waiting = transition(listing, wait, clock);
  expect(waiting).toMatchObject({ reason: 'update_needed', owed: listing.owed, rev: 1 });
  expect((waiting?.nextAt ?? 0) - clock.now).toBeGreaterThanOrEqual(HOUR / 2);
  if (waiting === null) throw new Error('dropped');
  expect(transition(waiting, { type: 'trigger', by: 'online' }, clock)).toEqual(waiting);
  expect(transition(waiting, { type: 'trigger', by: 'start' }, clock)).toMatchObject({
    reason: null,
    nextAt: clock.now,
    owed: listing.owed,
  });
});

test('popup and panel say to update, and that nothing is lost', () => {
  for (const word of ['error_client_too_old', 'reason_update_needed']) {
    expect(wordsOf('id')[word]?.message).toMatch(/^Perbarui Dodolan.*tersimpan/);
    expect(wordsOf('en')[word]?.message).toMatch(/^Update Dodolan.*kept/);
  }
});

test('each call says the version, and a market that serves it no more is understood', async () => {
  const { call } = await import('#utils/marketplace/http.ts');
  const asked: (string | null)[] = [];
  const fetch = async (_: string, init?: RequestInit) => {
    asked.push(new Headers(init?.headers).get(CLIENT_VERSION_HEADER));
    const problem = { type: 'x', title: 'x', status: 503, code: 'unavailable', retryAfter: 3600, servedFrom: '2.0.0' };
    return Response.json(problem, { status: 503 });
  };
  const answer = call('https://pasar.example', fetch, { method: 'DELETE', path: '/v1/x' }, null);
  await expect(answer).rejects.toMatchObject({ code: 'client_too_old', retryAfterSeconds: 3600 });
  expect(asked).toEqual(['1.2.3']);
});
