import { browser } from 'wxt/browser';
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

/** Keeps the words of the line, for the next time that the panel opens on this site. */
export function keepWords(): void {
  keepLine({
    version: browser.runtime.getManifest().version,
    title: t('panel_title'),
    label: t('panel_quick'),
    example: t('panel_quick_example'),
    hint: t('panel_quick_hint'),
  });
}
