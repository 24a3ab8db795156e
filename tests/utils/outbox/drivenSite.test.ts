import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { DEED, recipeFor } from '#tests/marketplace/recipes/samples.ts';
import { unwritten } from '#utils/cms/traces.ts';
import { CmsError } from '#utils/cms/types.ts';
import { publish, revise } from '#utils/drafts/publish.ts';
import { CARD_CHANGED, CARD_GONE } from '#utils/model/cardTask.ts';
import { retry } from '#utils/outbox/actions.ts';
import { pressBegins } from '#utils/outbox/pressBegins.ts';
import { pressedTabs } from './drivenTabs.ts';
import { Life } from './life.ts';
import { Laptop } from './village.ts';

// A site of no known CMS whose form can only be filled in and pressed in sight of the person.
let laptop: Laptop;
let tabs: ReturnType<typeof pressedTabs>;
beforeAll(async () => {
  laptop = await Laptop.start();
}, 60_000);
afterAll(() => laptop.stop());
const begin = async () => {
  laptop.reset();
  await laptop.know();
  const { url } = laptop.site;
  const site = { url, origin: url, cms: 'assist' as const, version: null, name: null, seenAt: laptop.now };
  await laptop.db.change(['sites'], (tx) => tx.put('sites', site));
  const driven = { button: { text: 'Simpan', isSubmit: true }, awaits: [] };
  laptop.recipe = recipeFor(url, { create: { ...DEED, way: 'driven', action: DEED.page, press: null, driven } });
  tabs = pressedTabs(laptop);
  laptop.driven = tabs;
};
beforeEach(begin);

const clock = () => ({ now: laptop.now, random: 0.5 });
const stored = (id: string) => laptop.db.read(['listings'], (tx) => tx.get('listings', id));

async function published(): Promise<string> {
  const draft = await laptop.draft();
  await publish(laptop.db, draft, clock());
  await laptop.drain();
  return draft.id;
}

/** The person presses "write now". */
async function writeNow(id: string, life?: Life): Promise<void> {
  tabs.opened(id);
  await retry(laptop.db, id, false, clock());
  await laptop.drain(life);
}

/** A week in which pages of the site are opened and the browser is started anew. */
async function aWeekOn(): Promise<void> {
  for (let day = 0; day < 7; day += 1) {
    laptop.now += 24 * 3_600_000;
    for (const by of ['handshake', 'start', 'online'] as const) await laptop.trigger(by);
    await laptop.drain();
  }
}

test('nothing is written until the person presses; then once, and the article is theirs', async () => {
  const id = await published();
  await aWeekOn();
  expect(await laptop.row(id)).toMatchObject({ reason: 'press_to_write', detail: null });
  expect([laptop.site.saves, tabs.presses]).toEqual([0, 0]);
  await writeNow(id);
  expect(tabs.presses).toBe(1);
  expect(await laptop.row(id)).toBeUndefined();
  expect((await laptop.onMarket(id))?.verification.state).toBe('verified');
  expect(tabs.said).toEqual(['done']);
});

test.each([
  ['stopped', 'press_to_write', 'stopped'],
  ['no_form', 'press_to_write', 'no_form'],
  ['not_new', 'press_to_write', 'not_new'],
  ['not_filled', 'press_to_write', 'not_filled'],
  ['not_ready', 'press_to_write', 'not_ready'],
  ['form_changed', 'form_changed', null],
  ['two_buttons', 'form_changed', 'two_buttons'],
  ['other_site', 'form_changed', 'other_site'],
  ['signed_out', 'signed_out', null],
] as const)('%s: nothing was written, and the row waits as %s', async (why, reason, detail) => {
  const id = await published();
  tabs.plan = [why];
  await writeNow(id);
  expect(await laptop.row(id)).toMatchObject({ reason, detail });
  expect(await stored(id)).toMatchObject({ writing: null, untried: true });
  expect(tabs.said).toEqual([why]);
  expect(await tabs.of(id)).toBeNull();
  // After all it is written, and nothing of it is looked for before.
  await writeNow(id);
  expect([tabs.presses, laptop.site.posts.length, tabs.told.at(-1)?.isFirst]).toEqual([1, 1, true]);
});

test('a press that is left undone in its very moment leaves everything as it was', async () => {
  const id = await published();
  tabs.plan = ['marked'];
  await writeNow(id);
  expect(await laptop.row(id)).toMatchObject({ reason: 'form_changed' });
  expect(await stored(id)).toMatchObject({ writing: null, untried: true });
});

test('a tab that is closed before the press has written nothing', async () => {
  const id = await published();
  tabs.plan = ['closed'];
  await writeNow(id);
  expect(await laptop.row(id)).toMatchObject({ reason: 'press_to_write', detail: 'cut_off' });
  expect((await stored(id))?.untried).toBe(true);
});

test('a page that goes on after the press is looked for in public, and found', async () => {
  const id = await published();
  tabs.plan = ['gone_on'];
  await writeNow(id);
  expect([tabs.presses, laptop.site.posts.length]).toEqual([1, 1]);
  expect(await laptop.row(id)).toBeUndefined();
});

test.each(['failed', 'unsaid'] as const)(
  'a press that was noted is looked for, though the page says otherwise: %s',
  async (how) => {
    const id = await published();
    tabs.plan = [how];
    await writeNow(id);
    expect([tabs.presses, laptop.site.posts.length, tabs.said]).toEqual([1, 1, ['done']]);
    expect(await laptop.row(id)).toBeUndefined();
  },
);

test('a page that cannot look says nothing of what was saved', async () => {
  const id = await published();
  tabs.plan = ['not_saved'];
  tabs.look = async () => {
    throw unwritten(new CmsError('signed_out'));
  };
  await writeNow(id);
  expect(await laptop.row(id)).toMatchObject({ reason: 'look_first' });
  expect((await stored(id))?.mayStand).toBeDefined();
});

test('a press is begun once for each tab', async () => {
  const id = await published();
  const begun: boolean[] = [];
  tabs.during = async () => {
    const tab = await tabs.of(id);
    if (tab !== null) begun.push(await pressBegins(laptop.db, tab, laptop.now));
  };
  await writeNow(id);
  expect([begun, tabs.presses]).toEqual([[true], 0]);
});

test('a press whose end is not known is asked about, and done again only after the person’s word and press', async () => {
  const id = await published();
  tabs.plan = ['not_saved'];
  await writeNow(id);
  expect(await laptop.row(id)).toMatchObject({ reason: 'look_first' });
  await aWeekOn();
  expect(tabs.presses).toBe(1);
  await retry(laptop.db, id, true, clock());
  await laptop.drain();
  expect(await laptop.row(id)).toMatchObject({ reason: 'press_to_write' });
  expect(tabs.presses).toBe(1);
  await writeNow(id);
  expect([tabs.presses, laptop.site.posts.length]).toEqual([2, 1]);
  expect(tabs.told.at(-1)).toMatchObject({ isFirst: false, overwriteEdits: true });
});

test('a press that could not be followed for hours is asked for again', async () => {
  const id = await published();
  tabs.opened(id);
  laptop.now += 3 * 3_600_000;
  await retry(laptop.db, id, false, clock());
  await laptop.drain();
  expect(await laptop.row(id)).toMatchObject({ reason: 'press_to_write', detail: 'cut_off' });
  expect(tabs.presses).toBe(0);
});

test('words that are changed while the form is filled in are not pressed', async () => {
  const id = await published();
  tabs.during = async () => {
    await revise(laptop.db, id, { name: 'Gula semut organik' }, clock());
  };
  await writeNow(id);
  expect(tabs.presses).toBe(0);
  expect(await laptop.row(id)).toMatchObject({ reason: 'press_to_write' });
});

test('changed words and a withdrawal are the person’s, with the article’s address', async () => {
  const id = await published();
  await writeNow(id);
  await revise(laptop.db, id, { name: 'Gula semut organik' }, clock());
  await laptop.drain();
  expect(await laptop.row(id)).toMatchObject({ reason: 'by_hand', detail: CARD_CHANGED });
  await revise(laptop.db, id, { state: 'withdrawn' }, clock());
  await laptop.drain();
  expect(await laptop.row(id)).toMatchObject({ reason: 'by_hand', detail: CARD_GONE });
  expect([tabs.presses, laptop.site.saves]).toEqual([1, 1]);
});

describe('the worker dies', () => {
  test.each(['pressed', 'gone_on', 'not_saved', 'stopped'] as const)(
    'at every single step, with a page that ends %s: one press at most',
    async (how) => {
      const whole = new Life();
      tabs.plan = [how];
      await writeNow(await published(), whole);
      expect(whole.steps).toBeGreaterThan(10);
      for (let step = 1; step <= whole.steps; step += 1) {
        await begin();
        const id = await published();
        tabs.plan = [how];
        await writeNow(id, new Life(step));
        await aWeekOn();
        expect(tabs.presses, `step ${step}`).toBeLessThanOrEqual(1);
        expect(laptop.site.posts.length, `step ${step}`).toBeLessThanOrEqual(1);
        const row = await laptop.row(id);
        const isSaved = laptop.site.posts.length === 1;
        if (isSaved) expect(row?.reason ?? null, `step ${step}`).toBeOneOf([null, 'look_first']);
        else expect(row?.reason, `step ${step}`).toBeOneOf(['press_to_write', 'look_first']);
        // An article that may stand is never lost sight of.
        if (tabs.presses === 1 && !isSaved) expect((await stored(id))?.untried, `step ${step}`).toBeUndefined();
      }
    },
    120_000,
  );
});
