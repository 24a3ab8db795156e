import { expect, it } from 'vitest';
import { sourceOfClick } from '#utils/intake/menu.ts';
import { SOURCE_TEXT_MAX } from '#utils/model/source.ts';

it('a press on a picture asks the page for that picture, one on words for the words with their lines', () => {
  const picture = { menuItemId: 'sell', frameId: 3, mediaType: 'image', srcUrl: 'blob:https://chat.example/1' };
  expect(sourceOfClick(picture, 7)).toEqual({
    text: '',
    page: { tabId: 7, frameId: 3, wanted: { srcUrl: 'blob:https://chat.example/1' } },
  });
  expect(sourceOfClick({ menuItemId: 'sell', selectionText: 'Gula 25rb' }, 7)).toEqual({
    text: 'Gula 25rb',
    page: { tabId: 7, frameId: 0, wanted: 'selection' },
  });
});

it('where there is no tab the browser’s own words are all there is, and of a long text its beginning', () => {
  const { text, page } = sourceOfClick({ menuItemId: 'sell', selectionText: 'Gula 25.000\n'.repeat(5000) });
  expect(page).toBeNull();
  // Whole lines: half a price is another price.
  expect(text.endsWith('Gula 25.000')).toBe(true);
  expect(text.length).toBeGreaterThan(SOURCE_TEXT_MAX - 20);
});
