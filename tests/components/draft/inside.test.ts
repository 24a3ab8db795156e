// @vitest-environment jsdom

import { beforeEach, describe, expect, test } from 'vitest';
import { watchInside } from '#components/draft/guard/inside.ts';
import { atEnd } from '#tests/support/lifetime.ts';

type Entry = Partial<IntersectionObserverEntry> & { isVisible?: boolean };
let tell: (entries: Entry[]) => void;

class FakeObserver {
  constructor(callback: (entries: IntersectionObserverEntry[]) => void) {
    tell = (entries) => callback(entries as IntersectionObserverEntry[]);
  }
  observe() {}
  disconnect() {}
}

beforeEach(() => void Object.assign(globalThis, { IntersectionObserver: FakeObserver }));

const rect = (left: number, top: number, width: number, height: number) => new DOMRectOf(left, top, width, height);
class DOMRectOf {
  constructor(
    readonly left: number,
    readonly top: number,
    readonly width: number,
    readonly height: number,
  ) {}
  get right() {
    return this.left + this.width;
  }
  get bottom() {
    return this.top + this.height;
  }
}

function watch() {
  const button = document.body.appendChild(document.createElement('button'));
  const inside = watchInside(button);
  atEnd(() => button.remove());
  const entry = (target: Element, all: DOMRectOf, seen: DOMRectOf, isVisible = true): Entry => ({
    target,
    isIntersecting: seen.width * seen.height > 0,
    intersectionRatio: (seen.width * seen.height) / (all.width * all.height),
    boundingClientRect: all as DOMRectReadOnly,
    intersectionRect: seen as DOMRectReadOnly,
    isVisible,
  });
  const whole = rect(0, 0, 980, 800);
  const all = rect(800, 740, 160, 48);
  return {
    inside,
    button: (seen: DOMRectOf, isVisible?: boolean) => tell([entry(button, all, seen, isVisible)]),
    panel: (seen: DOMRectOf) => tell([entry(document.documentElement, whole, seen)]),
    whole,
    all,
  };
}
const LATER = () => performance.now() + 600;

describe('the panel, seen from inside its frame', () => {
  test('counts as seen half a second after the browser has shown all of it', () => {
    const { inside, button, panel, all, whole } = watch();
    expect(inside.unseen(LATER())).toBe('moved');
    button(all);
    panel(whole);
    expect(inside.unseen(performance.now())).toBe('moved');
    expect(inside.unseen(LATER())).toBe('seen');
  });

  test.each([
    ['bottom', rect(800, 740, 160, 43)],
    ['top', rect(800, 750, 160, 38)],
    ['left', rect(840, 740, 120, 48)],
    ['right', rect(800, 740, 120, 48)],
  ] as const)('says that the %s edge of the button is hidden', (edge, seen) => {
    const { inside, button, panel, whole } = watch();
    panel(whole);
    button(seen);
    expect(inside.unseen(LATER())).toBe(edge);
  });

  test('is not seen where only the button of it is', () => {
    const { inside, button, panel, all } = watch();
    button(all);
    panel(rect(800, 740, 160, 48));
    expect(inside.unseen(LATER())).toBe('left');
  });

  test('is not seen while the browser says that something covers or fades it, and is again when that ends', () => {
    const { inside, button, panel, all, whole } = watch();
    panel(whole);
    button(all, false);
    expect(inside.unseen(LATER())).toBe('covered');
    button(all);
    expect(inside.unseen(LATER())).toBe('seen');
  });

  test('is covered where nothing of it is in sight', () => {
    const { inside, panel } = watch();
    panel(rect(0, 0, 0, 0));
    expect(inside.unseen(LATER())).not.toBe('seen');
  });
});
