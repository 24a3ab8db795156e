import { expect, test } from 'vitest';
import { events, inquiry, NOW, offered, owed } from '#tests/utils/inquiries/make.ts';
import { newsIn } from '#utils/inbox/announce.ts';
import { badgeOf } from '#utils/inbox/badge.ts';

const held = (name: string, hoursLeft = 40) => ({ ...offered(name, hoursLeft), flagged: true });
const badge = (list: ReturnType<typeof held>[], rows = [] as ReturnType<typeof owed>[]) =>
  badgeOf(list, new Set(), rows, NOW);

test('however many are held and wait, they count as one, and none once answers are on their way', () => {
  expect(badge([held('a')]).text).toBe('1');
  expect(badge([held('a'), held('b'), held('c'), offered('d', 40)]).text).toBe('2');
  expect(badge([held('a', 5)]).color).toBe(badge([offered('a', 5)]).color);
  const one = held('a');
  expect(badge([one], [owed(one.id, { kind: 'reply', text: 'Ada.' })]).text).toBe('');
});

test('spam that waits for nobody counts nothing and is no news, whatever the clock says of it', () => {
  const spam = inquiry('x', {
    flagged: true,
    events: events(
      ['offered', 'buyer', -50, null, { price: 100, quantity: 1 }],
      ['held', 'system', -50],
      ['expired', 'system', -2],
    ),
  });
  expect(badgeOf([spam], new Set([spam.id]), [], NOW).text).toBe('');
  expect(newsIn(spam)).toEqual([]);
});

test('a thread that was reminded of and then reported is silent', () => {
  const said = events(['asked', 'buyer', -50, 'Beli!'], ['held', 'system', -50], ['reminded', 'system', -26]);
  expect(newsIn(inquiry('x', { flagged: true, events: said })).map(({ kind }) => kind)).toEqual(['reminded']);
  const reported = events(
    ['asked', 'buyer', -50, 'Beli!'],
    ['held', 'system', -50],
    ['reminded', 'system', -26],
    ['reported', 'village', -1],
  );
  expect(newsIn(inquiry('x', { flagged: true, events: reported }))).toEqual([]);
});
