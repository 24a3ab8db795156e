import { expect, test } from 'vitest';
import { type Held, type Listed, tally } from '#scripts/juguran/tally.ts';

const marketUrl = 'http://127.0.0.1:4711';
const done = { isListed: true, isAsked: true, isAnswered: true };
const expected = [
  { name: 'Gula', saidByVillage: 2, isSold: true, ...done },
  { name: 'Kopi', saidByVillage: 1, isSold: false, ...done },
];
const gula: Listed = { id: 'a1', name: 'Gula' };
const kopi: Listed = { id: 'b2', name: 'Kopi' };
const sold: Held = { listingId: 'a1', saidByVillage: 2, isSold: true };
const answered: Held = { listingId: 'b2', saidByVillage: 1, isSold: false };
const article = (id: string, isPublished = true) => ({
  title: 'x',
  html: `<a href="${marketUrl}/p/${id}">Tanya</a> <img src="${marketUrl}/badge/${id}.svg">`,
  isPublished,
});
const whole = {
  marketUrl,
  listed: [gula, kopi],
  shown: ['Gula', 'Kopi'],
  held: [sold, answered],
  articles: [article('a1'), article('b2'), { title: 'Kerja bakti', html: '<p>Lancar</p>', isPublished: true }],
};

test('where everything stands once, nothing is lost or doubled', () => {
  const all = { listings: 2, articles: 2, inquiries: 2, answered: 2, deals: 1 };
  expect(tally(expected, whole)).toEqual({ ...all, lost: [], doubled: [] });
});

test.each([
  ['a product', { listed: [kopi] }],
  ['a product on the public page', { shown: ['Kopi'] }],
  ['an article', { articles: [article('a1')] }],
  ['a question', { held: [answered] }],
  ['what the village said', { held: [sold, { ...answered, saidByVillage: 0 }] }],
  ['a deal', { held: [{ ...sold, isSold: false }, answered] }],
])('%s that is not there is lost', (_, found) => {
  expect(tally(expected, { ...whole, ...found }).lost).not.toEqual([]);
});

test.each([
  ['a product', { listed: [gula, kopi, { ...gula, id: 'c3' }] }],
  ['a product of nobody’s making', { listed: [gula, kopi, { ...gula, id: 'c3', name: 'Madu' }] }],
  ['a product on the public page', { shown: ['Gula', 'Gula', 'Kopi'] }],
  ['an article', { articles: [...whole.articles, article('b2')] }],
  ['a draft beside an article', { articles: [...whole.articles, article('b2', false)] }],
  ['an article that leads to no product', { articles: [...whole.articles, article('z9')] }],
  ['a question', { held: [sold, sold, answered] }],
  ['what the village said', { held: [sold, { ...answered, saidByVillage: 2 }] }],
])('%s that is there once more is doubled', (_, found) => {
  const { lost, doubled } = tally(expected, { ...whole, ...found });
  expect(doubled).not.toEqual([]);
  expect(lost).toEqual([]);
});

test('an article that nobody sees is no article', () => {
  const found = tally(expected, { ...whole, articles: [article('a1'), article('b2', false)] });
  expect(found.articles).toBe(1);
  expect(found.lost).toEqual(['Kopi: article on the CMS']);
});

test('what was not done when the village stopped is not lost, and may be there', () => {
  const [gulaOnly] = [{ ...(expected[0] as (typeof expected)[0]), isAnswered: false }];
  const begun = [
    gulaOnly,
    { name: 'Kopi', saidByVillage: 1, isSold: false, isListed: false, isAsked: false, isAnswered: false },
  ];
  const nothing = { ...whole, listed: [gula], shown: ['Gula'], held: [{ ...sold, saidByVillage: 0, isSold: false }] };
  expect(tally(begun, { ...nothing, articles: [article('a1')] })).toMatchObject({ lost: [], doubled: [] });
  expect(tally(begun, whole)).toMatchObject({ lost: [], doubled: [] });
});
