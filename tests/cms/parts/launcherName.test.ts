// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { RECOGNISERS } from '#utils/cms/recognisers.ts';

const places = RECOGNISERS.flatMap(({ id, places }) => places.map((place, at) => [id, at + 1, place] as const));

test.each(places)(
  'the launcher of %s, place %i, is called what it says, also where only its icon is seen',
  (_, __, place) => {
    const { button } = place.build(document, 'Jual produk');
    expect([button.getAttribute('role'), button.getAttribute('aria-label')]).toEqual(['button', 'Jual produk']);
  },
);
