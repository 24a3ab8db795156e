// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest';
import { LINK, measure } from '#tests/utils/cms/editor/page.ts';
import { listingLinks } from '#utils/cms/assist/listingLinks.ts';
import { assist } from '#utils/cms/assist/recognise.ts';
import { insertedCard } from '#utils/cms/card.ts';
import { countHrefs } from '#utils/cms/editor/count.ts';
import { isLinkBack } from '#utils/cms/link.ts';

Object.assign(globalThis, {
  DOMRect: class {
    constructor(
      readonly x: number,
      readonly y: number,
      readonly width: number,
      readonly height: number,
    ) {}
  },
});

const at = (address: string) => assist.recognise({ document, location: new URL(address) })?.siteUrl ?? null;
const ADMIN = 'https://desa.example/kelola/tulis';

beforeEach(() => measure({ '.small': [300, 60] }));

test.each([
  ['a textarea of an article', '<form><textarea></textarea></form>'],
  ['an editable element', '<div contenteditable="true"></div>'],
  ['a source editor', '<div class="CodeMirror"></div>'],
])('%s is a page to be helped on', (_, html) => {
  document.body.innerHTML = html;
  expect(at(ADMIN)).toBe('https://desa.example');
});

test.each([
  ['no editor', '<p>Berita</p>'],
  ['a small box', '<textarea class="small"></textarea>'],
  ['what visitors write in', '<form id="commentform"><textarea></textarea></form>'],
  ['something that cannot be changed', '<textarea readonly></textarea><div contenteditable="false"></div>'],
])('%s is none', (_, html) => {
  document.body.innerHTML = html;
  expect(at(ADMIN)).toBeNull();
});

test('on Blogger each blog is a site, whichever of its articles is open', () => {
  document.body.innerHTML = '<textarea></textarea>';
  const blog = 'https://www.blogger.com/blog/posts/123';
  expect([at('https://www.blogger.com/blog/post/edit/123/456'), at(blog)]).toEqual([blog, blog]);
});

test('the links of a page are its listings, once each, and never those of an article that is still being written', () => {
  document.body.innerHTML = `<a href="${LINK}"></a><a href="${LINK}"></a><a href="/p/berita"></a>
    <a href="javascript:alert('/p/abcdefghijklmnop')"></a>
    <div contenteditable="true"><a href="https://pasar.example/p/ponmlkjihgfedcba"></a></div>`;
  expect(listingLinks(document)).toEqual([LINK]);
});

test('an inserted card is never taken for the post that we wrote and may overwrite', () => {
  const html = insertedCard(
    `<p>Enak.</p>\n<h3>Gula &#36;&#38; semut $& $1</h3>\n<p><img src="{{image}}" alt="" width="1280" height="960"></p>\n` +
      `<p><img src="https://pasar.example/badge/abcdefghijklmnop.svg" alt="" height="40"></p>\n<p><a href="${LINK}">Tanya</a></p>`,
    LINK,
    'https://pasar.example/photos/x/640.jpg',
    640,
  );
  expect([countHrefs(html, LINK), isLinkBack(html, LINK)]).toEqual([2, false]);
  expect(html).toContain('semut $& $1</a></h3>');
  expect(html).toContain('src="https://pasar.example/photos/x/640.jpg" alt="" width="640" height="480"');
});
