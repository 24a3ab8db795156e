import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DraftStore } from '#components/panel/draftStore.ts';
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
  let isAway: boolean;
  let store: DraftStore;
  beforeEach(() => {
    vi.useFakeTimers();
    kept = [];
    isAway = false;
    store = new DraftStore(DRAFT, async (draft) => {
      if (isAway) throw new Error('asleep');
      kept.push(draft.form.name);
    });
  });
  afterEach(() => void vi.useRealTimers());

  it('is saved within 300 ms of every keystroke, even when typing never pauses', async () => {
    for (let key = 1; key <= 20; key++) {
      store.change(named('x'.repeat(key)));
      await vi.advanceTimersByTimeAsync(50);
      const oldestUnsaved = key * 50 - (kept.at(-1)?.length ?? 0) * 50;
      expect(oldestUnsaved).toBeLessThanOrEqual(300);
    }
  });

  it('saves nothing while nothing changes', async () => {
    store.change((draft) => draft);
    await vi.advanceTimersByTimeAsync(5000);
    expect([kept, store.saved, store.isTouched]).toEqual([[], 'saved', false]);
  });

  it('is saved at once when the page is about to go', async () => {
    store.change(named('Gula'));
    await store.flush();
    expect(kept).toEqual(['Gula']);
  });

  it('says that it is not saved while the background is away, and saves the newest words when it is back', async () => {
    isAway = true;
    store.change(named('Gula'));
    await vi.advanceTimersByTimeAsync(2000);
    expect(store.saved).toBe('failing');
    store.change(named('Gula semut'));
    isAway = false;
    await vi.advanceTimersByTimeAsync(3000);
    expect([kept.at(-1), store.saved]).toEqual(['Gula semut', 'saved']);
  });

  it('does not call words saved that were typed while older ones were being saved', async () => {
    let finish = () => {};
    store = new DraftStore(DRAFT, () => new Promise<void>((resolve) => (finish = resolve)));
    store.change(named('Gula'));
    const saving = store.flush();
    store.change(named('Gula semut'));
    finish();
    await saving;
    expect(store.saved).toBe('saving');
  });

  it('is not brought back once it has become a listing', async () => {
    store.change(named('Gula'));
    store.stop();
    await vi.advanceTimersByTimeAsync(5000);
    await store.flush();
    expect(kept).toEqual([]);
  });
});
