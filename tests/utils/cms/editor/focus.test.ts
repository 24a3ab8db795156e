// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { insertCard } from '#utils/cms/editor/insert.ts';
import { measure } from './page.ts';

const link = 'https://pasar.example/p/0123456789abcdef';
const html = `<p><a href="${link}">Gula</a></p>`;
const request = { html, bare: html, text: link, link, ways: ['native' as const] };

/** CKEditor 4, which takes the focus into its frame with every insertion. */
function editor4(): { globals: Record<string, unknown>; frame: HTMLIFrameElement } {
  measure();
  document.body.innerHTML = '<button>Panel</button><div><iframe tabindex="0"></iframe></div>';
  const frame = document.querySelector('iframe') as HTMLIFrameElement;
  let text = '<p>Awal.</p>';
  const instance = {
    mode: 'wysiwyg',
    container: { $: frame.parentElement },
    getData: () => text,
    insertHtml: (html: string) => {
      text += html;
      frame.focus();
    },
    updateElement: () => undefined,
  };
  return { globals: { CKEDITOR: { instances: { isi: instance } } }, frame };
}

test('the focus does not stay in the editor’s frame, where Escape would not reach the panel', async () => {
  const { globals, frame } = editor4();
  document.querySelector('button')?.focus();
  const end = await insertCard(request, { document, globals, pause: async () => undefined });
  expect(end).toMatchObject({ editor: 'ckeditor4', landed: true });
  expect(document.activeElement).not.toBe(frame);
});

test('who was writing there goes on writing there', async () => {
  const { globals, frame } = editor4();
  frame.focus();
  await insertCard(request, { document, globals, pause: async () => undefined });
  expect(document.activeElement).toBe(frame);
});
