// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { product } from '#tests/cms/learned/teach.ts';
import { bodyMark, wordsMark } from '#utils/cms/learned/wordsMark.ts';
import { lessonCard } from '#utils/lessons/card.ts';

test('where a site shows markup as it is written, what a lesson puts into the editor is words, known again as ours', () => {
  const post = product();
  const { words } = lessonCard(post, { hasPictureField: true, mentions: true });
  expect(words?.in).toBe('all');
  expect(words?.text).not.toMatch(/[<>]/);
  expect(words?.text.endsWith(`\n${post.link}`)).toBe(true);
  expect(bodyMark(words?.text ?? '', 'text', post.link)).toBe(wordsMark(post.html));
  const marked = lessonCard(post, { hasPictureField: false, mentions: false });
  expect(marked.words).toBeUndefined();
  expect(marked.html).toContain(post.pictureUrl);
});

test('a card that went in as markup, before it was known that the site shows it as words, is ours all the same', () => {
  const post = product();
  const { html } = lessonCard(post, { hasPictureField: true, mentions: false });
  expect(bodyMark(html, 'text', post.link)).toBe(wordsMark(post.html));
  expect(bodyMark(`${html}<p>Hubungi balai desa.</p>`, 'text', post.link)).not.toBe(wordsMark(post.html));
});
