import { describe, expect, it } from 'vitest';
import { progressOf, stepViews } from '#components/panel/steps.ts';
import { type OutboxListing, STEPS, type Step } from '#utils/model/outbox.ts';

const row = (owed: Step[], photosDone: number): OutboxListing => ({
  kind: 'listing',
  id: 'a'.repeat(16),
  rev: 1,
  owed,
  photosDone,
  photosAll: 3,
  attempts: 0,
  nextAt: 0,
  reason: null,
  detail: null,
  createdAt: 0,
});

describe('publishing as it is shown', () => {
  it('only ever moves forward, from something to everything', () => {
    const way = [
      row(['photos', 'listing', 'linkback', 'proof'], 0),
      row(['photos', 'listing', 'linkback', 'proof'], 2),
      row(['photos', 'listing', 'linkback', 'proof'], 3),
      row(['listing', 'linkback', 'proof'], 3),
      row(['linkback', 'proof'], 3),
      row(['proof'], 3),
      null,
    ].map((state) => progressOf(STEPS, state));
    expect(way).toEqual([...way].sort((a, b) => a - b));
    expect(way.at(-1)).toBe(1);
  });

  it('says what is done, what is under way and what comes', () => {
    const states = stepViews(STEPS, row(['linkback', 'proof'], 3)).map(({ state }) => state);
    expect(states).toEqual(['done', 'done', 'now', 'later']);
  });

  it('shows only steps that were owed at all', () => {
    expect(stepViews(['photos', 'listing'], null).map(({ step }) => step)).toEqual(['photos', 'listing']);
  });
});
