// @vitest-environment jsdom
import { afterEach, describe, expect, test } from 'vitest';
import type { Generation } from '#tests/cms/doubles/drupal/state.ts';
import { type DrupalDouble, startDrupal } from '#tests/cms/doubles/drupal.ts';
import { driver, onlyNode, openAs } from './double.ts';

const GENERATIONS: Generation[] = ['drupal7', 'drupal', 'backdrop'];
let double: DrupalDouble;
afterEach(() => double.stop());

const HTML =
  '<p>&nbsp;</p><p>Nanas &amp; madu</p><p>Lain</p><img src="/files/nanas.jpg"><img src="https://lain.example/x.jpg">';

async function write(): Promise<string> {
  const id = String(await double.witness('write', { title: 'Nanas <Dagan>', html: HTML }));
  onlyNode(double).picture = { name: 'utama.jpg', alt: 'Nanas' };
  return id;
}

describe.each(GENERATIONS)('%s', (generation) => {
  test('an article in the editor offers its title, first words and pictures; an empty form nothing', async () => {
    double = await startDrupal({ generation });
    const id = await write();
    const type = generation === 'backdrop' ? 'post' : 'article';
    expect(await driver.prefill(await openAs(double, 'admin', `node/${id}/edit`))).toEqual({
      title: 'Nanas <Dagan>',
      text: 'Nanas & madu',
      imageUrls: [`${double.url}/files/utama.jpg`, `${double.url}/files/nanas.jpg`],
    });
    expect(await driver.prefill(await openAs(double, 'admin', `node/add/${type}`))).toBeNull();
    expect(await driver.prefill(await openAs(double, 'admin', 'admin/content'))).toBeNull();
  });

  test('so does an article that is being read', async () => {
    double = await startDrupal({ generation });
    expect(await driver.prefill(await openAs(double, 'admin', `node/${await write()}`))).toMatchObject({
      title: 'Nanas <Dagan>',
      text: 'Nanas & madu',
    });
  });

  test('what another page shows of a single post is not an article that is being read', async () => {
    double = await startDrupal({ generation });
    const post = await openAs(double, 'admin', `node/${await write()}`);
    const shown = post.document.querySelector('main')?.innerHTML ?? '';
    const elsewhere = await openAs(double, 'admin', 'admin/content');
    elsewhere.document.body.innerHTML += `<div class="block">${shown}</div>`;
    expect(elsewhere.document.querySelector('article, div.node')).not.toBeNull();
    expect(await driver.prefill(elsewhere)).toBeNull();
  });

  test('a basic page is no product, read or open', async () => {
    double = await startDrupal({ generation });
    const id = await write();
    for (const path of [`node/${id}`, `node/${id}/edit`]) {
      const context = await openAs(double, 'admin', path);
      for (const node of context.document.querySelectorAll('[class*="node"]')) {
        node.className = node.className.replace(/node(-+(?:type-)?)(?:article|post)/g, 'node$1page');
      }
      expect(await driver.prefill(context)).toBeNull();
    }
  });

  test('the village and the person are named as the page names them', async () => {
    double = await startDrupal({ generation });
    expect(await driver.identity(await openAs(double, 'editor'))).toMatchObject({
      siteUrl: double.url,
      name: 'Desa Dagan',
      user: 'editor',
      code: null,
    });
  });
});

test.each([
  ['div', 'ck-editor__editable'],
  ['iframe', 'cke_wysiwyg_frame'],
])('what is being written in the editor (%s) counts, not what was last saved', async (tag, className) => {
  double = await startDrupal({ generation: 'drupal' });
  const context = await openAs(double, 'admin', `node/${await write()}/edit`);
  const editor = context.document.createElement(tag);
  editor.className = className;
  context.document.querySelector('form.node-form')?.append(editor);
  const paper = context.document.querySelector('iframe')?.contentDocument?.body ?? editor;
  const paragraph = context.document.createElement('p');
  paragraph.textContent = 'Baru ditulis';
  paper.append(paragraph);
  expect(await driver.prefill(context)).toMatchObject({ text: 'Baru ditulis' });
});
