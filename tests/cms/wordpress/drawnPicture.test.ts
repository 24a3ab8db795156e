// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { answerAs } from '#tests/cms/browser.ts';
import { drawsPicture } from '#utils/cms/wordpress/drawnPicture.ts';
import type { WordPress } from '#utils/cms/wordpress/session.ts';

const LINK = 'https://pasar.example/p/abcdefgh12345678';
const FILE = '/wp-content/uploads/2026/11/gula-semut-0123456789ab.jpg';
const SMALL = FILE.replace('.jpg', '-300x225.jpg');
const TEXT = `<div class="entry-content"><p>Gula semut.</p><p><a href="${LINK}">Tanya</a></p></div>`;

async function look(html: string, status = 200): Promise<boolean | null> {
  const url = 'https://desa.example/gula-semut/';
  const session: WordPress = {
    fetch: async () => answerAs(url, false, new Response(html, { status })),
    isSignedOut: () => false,
    siteUrl: 'https://desa.example',
    document,
  };
  return drawsPicture(session, url, { link: LINK, imageUrl: `https://desa.example${FILE}` });
}

test.each([
  ['above the text', `<article><img src="${SMALL}">${TEXT}</article>`],
  ['above the article, as wide as the page', `<header><img srcset="${SMALL} 300w"></header><article>${TEXT}</article>`],
  ['below the text', `<main><article>${TEXT}<img src="${SMALL}"></article></main>`],
  ['below the text of a block theme', `<main>${TEXT}<figure><img src="${SMALL}"></figure></main>`],
  ['as a background', `<article><div style="background-image:url('${FILE}')"></div>${TEXT}</article>`],
  ['as a background that a script puts in', `<div data-bg="${FILE}"></div><article>${TEXT}</article>`],
  ['as a background of the style sheet', `<style>.hero{background:url(${FILE})}</style><article>${TEXT}</article>`],
  ['late', `<article><img src="data:," data-lazy-src="${SMALL}">${TEXT}</article>`],
  ['as a link to itself, in a list of one', `<ul><li><a href="/gula"><img src="${FILE}"></a>${TEXT}</li></ul>`],
  ['made smaller by WordPress', `<article><img src="${FILE.replace('.jpg', '-scaled.jpg')}">${TEXT}</article>`],
])('a theme that draws the picture %s', async (_, body) => {
  expect(await look(body)).toBe(true);
});

test.each([
  ['nowhere', `<article>${TEXT}</article>`],
  ['for search engines', `<script>{"image":"${FILE}"}</script><meta content="${FILE}"><article>${TEXT}</article>`],
  [
    'in a share button',
    `<article>${TEXT}<a href="https://pin.example/?media=${FILE}" data-image="${FILE}">P</a></article>`,
  ],
  ['hidden, for messengers', `<div style="display:none"><img src="${FILE}"></div><article>${TEXT}</article>`],
  ['among the newest posts beside it', `<aside><img src="${SMALL}"></aside><article>${TEXT}</article>`],
  ['among the newest posts in a row above', `<ul><li><img src="${SMALL}"></li></ul><article>${TEXT}</article>`],
  ['among the newest posts below', `<article>${TEXT}</article><div class="missed"><img src="${SMALL}"></div>`],
  ['as a card of its own', `<main>${TEXT}<article><img src="${SMALL}"></article></main>`],
  ['of another product', `<article><img src="/wp-content/uploads/2026/11/kopi-0123456789cd.jpg">${TEXT}</article>`],
])('a theme that shows the picture %s', async (_, body) => {
  expect(await look(body)).toBe(false);
});

test('a page without the text tells nothing', async () => {
  expect(await look(`<article><img src="${SMALL}"><p>Gula semut […]</p></article>`)).toBeNull();
  expect(await look(`<article>${TEXT}</article>`, 503)).toBeNull();
});
