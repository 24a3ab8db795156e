import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DraftStore } from '#components/draft/draftStore.ts';
import { emptyForm } from '#utils/listing/form.ts';
import type { Draft } from '#utils/model/draft.ts';

const DRAFT: Draft = {
  id: 'a'.repeat(16),
  siteUrl: null,
  form: emptyForm({ producerName: '', producerPhone: '', terms: '', category: '', unit: '' }),
  photos: [],
  baseRev: 0,
  prefilled: null,
  issues: [],
  updatedAt: 0,
};

const named = (name: string) => (draft: Draft) => ({ ...draft, form: { ...draft.form, name } });

describe('the draft on screen', () => {
  let kept: string[];
  let ahead: string | null;
  let isAway: boolean;
  let answer: (() => void)[];
  let store: DraftStore;
  beforeEach(() => {
    vi.useFakeTimers();
    kept = [];
    ahead = null;
    isAway = false;
    answer = [];
    store = new DraftStore(DRAFT, {
      ahead(draft) {
        ahead = draft.form.name;
      },
      async save(draft) {
        if (isAway) throw new Error('asleep');
        await new Promise<void>((resolve) => answer.push(resolve));
        kept.push(draft.form.name);
      },
      confirmed() {
        ahead = null;
      },
    });
  });
  afterEach(() => void vi.useRealTimers());

  const answered = async () => {
    for (const resolve of answer.splice(0)) resolve();
    await vi.advanceTimersByTimeAsync(0);
  };

  it('is written ahead and on its way before the keystroke that made it is over', () => {
    store.change(named('G'));
    expect([ahead, answer.length, store.saved]).toEqual(['G', 1, 'saving']);
  });

  it('has one save under way at a time, and the newest words go next', async () => {
    for (const word of ['G', 'Gu', 'Gul']) store.change(named(word));
    await answered();
    expect([kept, ahead, store.saved]).toEqual([['G'], 'Gul', 'saving']);
    await answered();
    expect([kept, ahead, store.saved]).toEqual([['G', 'Gul'], null, 'saved']);
  });

  it('saves nothing while nothing changes', async () => {
    store.change((draft) => draft);
    await vi.advanceTimersByTimeAsync(5000);
    expect([answer, ahead, store.saved, store.isTouched]).toEqual([[], null, 'saved', false]);
  });

  it('says that it is not saved while the background is away, and saves the newest words when it is back', async () => {
    isAway = true;
    store.change(named('Gula'));
    await vi.advanceTimersByTimeAsync(2000);
    expect([store.saved, ahead]).toEqual(['failing', 'Gula']);
    store.change(named('Gula semut'));
    expect(ahead).toBe('Gula semut');
    isAway = false;
    await vi.advanceTimersByTimeAsync(3000);
    await answered();
    expect([kept.at(-1), store.saved, ahead]).toEqual(['Gula semut', 'saved', null]);
  });

  it('is not brought back once it has become a listing', async () => {
    isAway = true;
    store.change(named('Gula'));
    await vi.advanceTimersByTimeAsync(0);
    isAway = false;
    store.becameListing(store.draft);
    await vi.advanceTimersByTimeAsync(5000);
    store.flush();
    expect([answer, ahead, store.saved]).toEqual([[], null, 'saved']);
  });

  it('keeps what was typed while the listing was on its way', async () => {
    const published = store.draft;
    store.change(named('Gula semut'));
    store.becameListing(published);
    await answered();
    expect(kept).toEqual(['Gula semut']);
  });

  it('takes over what another tab wrote, but not over what was typed meanwhile', async () => {
    let answer: (draft: typeof DRAFT) => void = () => undefined;
    const two = new DraftStore(DRAFT, {
      ahead: () => undefined,
      save: () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
      confirmed: () => undefined,
    });
    two.change((draft) => ({ ...draft, form: { ...draft.form, name: 'Gula' } }));
    two.change((draft) => ({ ...draft, form: { ...draft.form, stock: '7' } }));
    answer({ ...DRAFT, form: { ...DRAFT.form, name: 'Gula', price: '22rb', stock: '9' } });
    await vi.waitFor(() => expect(two.draft.form.price).toBe('22rb'));
    expect(two.draft.form).toMatchObject({ name: 'Gula', stock: '7' });
  });
});
