import { dayOf, type Early, type EarlyRow } from './early.ts';
import { element } from './element.ts';

/**
 * The popup as it was drawn last, in its own classes, so that everything stands where it will stand. Nothing in it can be
 * pressed: the whole of it is inert until the real popup takes its place.
 */
export function drawEarly(early: Early, now: number): HTMLElement {
  const isToday = dayOf(now) === early.day;
  const tabs = early.tabs.map(({ word, count }, at) =>
    element(
      'span',
      'tab',
      at === 0 ? { 'aria-current': 'page' } : {},
      word,
      count > 0 ? element('b', 'count', {}, String(count)) : null,
    ),
  );
  const filters = early.filters.map(({ word, count, isChosen }) =>
    element('button', 'filter', { 'aria-pressed': String(isChosen) }, `${word} `, element('b', '', {}, String(count))),
  );
  const root = element(
    'div',
    '',
    { id: 'early', inert: '' },
    element(
      'header',
      'popup-head',
      {},
      element('div', 'status status-loading', { style: `min-height:${early.status}px` }),
      element('nav', 'tabs', {}, ...tabs, element('span', 'tab tab-gear', {}, '⚙')),
    ),
    element(
      'main',
      'popup-main',
      { style: `padding-top:${early.above}px` },
      element(
        'div',
        'stack',
        {},
        element('div', 'inbox-tools', {}, element('div', 'filters', {}, ...filters, find())),
        element('ul', 'list', {}, ...early.rows.map((row) => drawRow(row, isToday))),
      ),
    ),
  );
  return root;
}

/** The room of the button that searches. */
const find = () =>
  element('button', 'filter filter-search', {}, element('span', '', { style: 'display:block;width:16px;height:16px' }));

/** The three lines of an inquiry's row; what the buyer said and is called stays empty. */
function drawRow({ product, isDue, isUnread, chip, time }: EarlyRow, isToday: boolean): HTMLElement {
  const top = element(
    'span',
    'inquiry-top',
    {},
    isUnread ? element('span', 'dot', {}) : null,
    element('span', 'inquiry-name', {}, product),
    chip === null
      ? element('span', 'chip', { style: 'visibility:hidden' }, '\u00a0')
      : element('span', chip.look, {}, chip.word),
  );
  const text = element(
    'span',
    'inquiry-text',
    {},
    top,
    element('span', 'inquiry-line', {}, '\u00a0'),
    element('span', 'inquiry-foot soft', {}, isToday ? time : '\u00a0'),
  );
  const row = element(
    'span',
    isDue ? 'inquiry inquiry-due' : 'inquiry',
    { 'data-early': '' },
    element('span', 'photo photo-small', {}),
    text,
  );
  return element('li', '', {}, row);
}
