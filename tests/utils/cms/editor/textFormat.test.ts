// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest';
import { insertedCard, withoutPictures } from '#utils/cms/card.ts';
import { insertCard } from '#utils/cms/editor/insert.ts';
import { LINK, measure } from './page.ts';

const BADGE = LINK.replace('/p/', '/badge/').concat('.svg');
const whole = insertedCard(
  `<p>Gula.</p>\n<h3>Gula</h3>\n<p><img src="{{image}}" alt="Gula" width="800" height="600"></p>\n<p><img src="${BADGE}" alt="Harga terkini" height="40"></p>\n<p><a href="${LINK}">Tanya</a></p>`,
  LINK,
  'https://pasar.example/photos/x.jpg',
  640,
);
const SETTINGS = '<script type="application/json" data-drupal-selector="drupal-settings-json">{}</script>';
const FIELD = '<textarea name="body[0][value]"></textarea>';
/** The two ways of a real Drupal 11's form: an admin's choice, and an author's only format; then Drupal 7's. */
const choice = (format: string) =>
  `${SETTINGS}<form class="node-form"><div>${FIELD}</div><select data-editor-for="body" name="body[0][format]"><option value="basic_html"></option><option value="${format}" selected></option></select></form>`;
const ONLY = `${SETTINGS}<form class="node-form"><div>${FIELD}</div><input type="hidden" data-editor-for="body" name="body[0][format]" value="basic_html"></form>`;
const SEVEN = `<form class="node-form"><div>${FIELD}</div><select name="body[und][0][format]"><option value="filtered_html" selected></option></select></form>`;

const put = () =>
  insertCard(
    { html: whole, bare: withoutPictures(whole), text: 'Gula', link: LINK, ways: ['splice'] },
    { document, globals: {}, pause: async () => undefined },
  );
const text = () => document.querySelector('textarea')?.value ?? '';

beforeEach(() => measure());

test.each([choice('basic_html'), choice('desa_kami'), ONLY, SEVEN, `${SETTINGS}${FIELD}`])(
  'where a text format may take pictures of another site out, the card has none: %s',
  async (page) => {
    document.body.innerHTML = page;
    expect(await put()).toMatchObject({ landed: true, isBare: true });
    expect(text()).not.toContain('<img');
    expect(text()).toContain(`<a href="${BADGE}">Harga terkini</a>`);
    expect(text()).toContain(`<a href="${LINK}">Tanya</a>`);
  },
);

test.each([choice('full_html'), FIELD, `${FIELD}<select name="produk[format]"><option>kotak</option></select>`])(
  'elsewhere it has both pictures: %s',
  async (page) => {
    document.body.innerHTML = page;
    expect(await put()).not.toHaveProperty('isBare');
    expect(text().match(/<img/g)).toHaveLength(2);
  },
);

test('a Drupal page without an open editor says that the card to copy has no pictures', async () => {
  document.body.innerHTML = SETTINGS;
  expect(await put()).toMatchObject({ editor: null, isBare: true });
});
