import { describe, expect, it } from 'vitest';
import { joinTyped, seen } from '#utils/inquiries/outgoing.ts';
import { afterSale, undoable, undoLeft } from '#utils/inquiries/undo.ts';
import { idOf, inquiry, NOW, owed } from './make.ts';

const sent = (createdAt: number, over = {}) => owed(idOf('a'), { kind: 'reply', text: 'x' }, { createdAt, ...over });

describe('the undo window', () => {
  it('is ten seconds from the click, by whatever clock is given', () => {
    expect(undoLeft(sent(NOW), NOW)).toBe(10_000);
    expect(undoLeft(sent(NOW), NOW + 9_999)).toBe(1);
    expect(undoLeft(sent(NOW), NOW + 10_000)).toBe(0);
    expect(undoLeft(sent(NOW), NOW + 99_999)).toBe(0);
  });
  it('is never longer than ten seconds, even when the clock was set back', () => {
    expect(undoLeft(sent(NOW), NOW - 3_600_000)).toBe(10_000);
  });
  it('offers the newest message, and none that was refused or is over', () => {
    const older = sent(NOW - 4_000, { id: idOf('older') });
    const newer = sent(NOW - 1_000, { id: idOf('newer') });
    expect(undoable([newer, older], NOW)?.id).toBe(idOf('newer'));
    expect(undoable([older], NOW + 6_000)).toBeNull();
    expect(undoable([sent(NOW, { reason: 'conflict' })], NOW)).toBeNull();
  });
});

describe('what goes along', () => {
  it('keeps both the words that came back and those typed since', () => {
    expect(joinTyped('dulu', 'kemudian')).toBe('dulu\nkemudian');
    expect(joinTyped('dulu', ' ')).toBe('dulu');
    expect(joinTyped('', 'kemudian')).toBe('kemudian');
  });
  it('names the newest event that was seen', () => {
    const thread = inquiry('a');
    const [first] = thread.events;
    expect(first && seen({ ...thread, events: [{ ...first, seq: 7 }, first] })).toBe(7);
  });
  it('takes what was sold off the shelf, never below none, and leaves uncounted stock alone', () => {
    expect(afterSale(40, 20)).toBe(20);
    expect(afterSale(5, 20)).toBe(0);
    expect(afterSale(null, 20)).toBeNull();
  });
});
