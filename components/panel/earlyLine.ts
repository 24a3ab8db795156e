import { keepLine } from '#utils/early/line.ts';
import { t } from '#utils/i18n/t.ts';

/** Letters that no form could take yet: a panel that was not opened, or the form of a published product. */
let left = '';

/**
 * Takes the first script's line off the screen and gives what was typed there; in the same moment, so that the next key
 * finds the real one. `give` also comes when nothing was typed.
 */
export function takeEarly(give: (text: string) => void): void {
  const early = globalThis.dodolanLine;
  const hand = (text: string) => {
    const all = left + text;
    left = '';
    give(all);
  };
  if (early === undefined) hand('');
  else early.take(hand);
}

/** Takes the line away where there is none for its letters; the next new product gets them. */
export function leaveEarly(): void {
  globalThis.dodolanLine?.take((text) => {
    left += text;
  });
}

/** What stood in the line already comes first. */
export function joined(before: string, typed: string): string {
  return before === '' || typed === '' || /\s$/.test(before) ? before + typed : `${before} ${typed}`;
}

/** Keeps where and with which words the line stands, for the next time that the panel opens. */
export function keepWords(): void {
  const quick = document.querySelector('.form-side > .quick');
  const side = quick?.parentElement;
  if (!quick || !side) return;
  const before = Number.parseFloat(getComputedStyle(side).paddingTop) || 0;
  const above = quick.getBoundingClientRect().top - side.getBoundingClientRect().top + side.scrollTop - before;
  const height = (bar: string) => document.querySelector(bar)?.getBoundingClientRect().height ?? 0;
  void keepLine({
    head: height('.frame-head'),
    foot: height('.frame-foot'),
    above: Math.max(0, above),
    title: t('panel_title'),
    label: t('panel_quick'),
    example: t('panel_quick_example'),
    hint: t('panel_quick_hint'),
  });
}
