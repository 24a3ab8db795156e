// @vitest-environment jsdom
import { beforeEach, expect, it } from 'vitest';
import { createWorld, soon, VILLAGE, type World } from '#tests/components/mountPage.tsx';
import { events, inquiry, offered } from '#tests/utils/inquiries/make.ts';
import { drawEarly } from '#utils/early/draw.ts';
import { dayOf, EARLY_KEY, forgetEarly, readEarly } from '#utils/early/early.ts';

const { App } = await import('#entrypoints/popup/App.tsx');

const VERSION = '9.9.9';
let world: World;
const product = (name: string) => ({ ...inquiry('x').listing, name });

beforeEach(async () => {
  forgetEarly();
  world = await createWorld();
  await world.connect();
  await world.give([
    {
      ...offered('soon', 3),
      listing: product('Gula'),
      buyer: { name: 'Rahasiawan', phoneMasked: '0812••••4321' },
      events: events(['asked', 'buyer', -2, 'Kata-kata pembeli'], ['offered', 'buyer', -1, 'Tawaran pembeli']),
    },
    { ...offered('later', 30), listing: product('Batik'), buyer: { name: 'Rahasiawati', phoneMasked: null } },
  ]);
});

async function openPopup() {
  const page = world.draw(<App />);
  await soon(() => expect(page.root.querySelectorAll('.inquiry')).toHaveLength(2));
  await soon(() => expect(readEarly(VERSION)?.rows).toHaveLength(2));
  return page;
}

it('keeps products, kinds and times of what it drew, and nothing of a buyer', async () => {
  await openPopup();
  const kept = localStorage.getItem(EARLY_KEY) ?? '';
  for (const secret of ['Rahasia', '0812', '4321', 'pembeli']) expect(kept).not.toContain(secret);
  expect(readEarly(VERSION)?.rows.map(({ product: name, isDue }) => [name, isDue])).toEqual([
    ['Gula', true],
    ['Batik', true],
  ]);
  expect(Object.keys(JSON.parse(kept).rows[0]).sort()).toEqual(['chip', 'isDue', 'isUnread', 'product', 'time']);
});

it('is drawn again in the same order and the same classes, and cannot be pressed', async () => {
  const page = await openPopup();
  const early = readEarly(VERSION);
  if (early === null) throw new Error('nothing was kept');
  const drawn = drawEarly(early, Date.now());
  const texts = (root: Element, selector: string) => [...root.querySelectorAll(selector)].map((one) => one.textContent);
  for (const part of ['.inquiry-name', '.filter', '.tab:not(.tab-gear)'])
    expect(texts(drawn, part)).toEqual(texts(page.root, part));
  const classes = (root: Element) => [...root.querySelectorAll('.inquiry')].map((row) => row.className);
  expect(classes(drawn)).toEqual(classes(page.root));
  expect(drawn.hasAttribute('inert')).toBe(true);
  expect(drawn.querySelectorAll('[data-row]')).toHaveLength(0);
});

it('is of one version and one village, and says no time of another day', async () => {
  await openPopup();
  const early = readEarly(VERSION);
  if (early === null) throw new Error('nothing was kept');
  expect(readEarly('9.9.10')).toBeNull();
  expect(early.villages).toEqual([`https://pasar.example ${VILLAGE.id}`]);
  expect(early.rows[0]?.time).not.toBe('');
  const later = drawEarly({ ...early, day: dayOf(Date.now()) - 1 }, Date.now());
  expect(later.textContent).not.toContain(early.rows[0]?.time);
});

it('is forgotten when there is nothing to draw any more, and when what is kept cannot be read', async () => {
  await openPopup();
  await world.db.change(['inquiries'], async (tx) => {
    for (const key of await tx.keys('inquiries')) await tx.delete('inquiries', key);
  });
  world.backend.broadcast('inquiries');
  await soon(() => expect(localStorage.getItem(EARLY_KEY)).toBeNull());
  localStorage.setItem(EARLY_KEY, '{');
  expect(readEarly(VERSION)).toBeNull();
});
