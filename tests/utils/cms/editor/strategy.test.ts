// @vitest-environment jsdom
import { beforeEach, describe, expect, test } from 'vitest';
import { countHrefs } from '#utils/cms/editor/count.ts';
import { CARD, fakeTinyMce, insert, LINK, measure } from './page.ts';

// jsdom has no such class; only its numbers are read.
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

const add = (editor: { content: string }, html: string) => {
  editor.content += html;
};
const element = (selector: string): HTMLElement => {
  const found = document.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`no ${selector}`);
  return found;
};
const cards = (html: string) => countHrefs(html, LINK);

beforeEach(() => {
  document.body.innerHTML = '<div id="rich"></div><div id="plain" contenteditable="true"><p>Satu.</p><p>Dua.</p></div>';
  measure();
});

describe('what counts as inserted', () => {
  test('a native call that throws although it landed is believed by what is read back, and nothing is tried after it', async () => {
    const editor = fakeTinyMce(element('#rich'), (it, html) => {
      add(it, html);
      throw new Error('TinyMCE 4');
    });
    expect(await insert({ tinymce: { editors: [editor] } })).toEqual({
      editor: 'tinymce',
      way: 'native',
      landed: true,
    });
    expect([editor.inserted, cards(editor.content), cards(element('#plain').innerHTML)]).toEqual([1, 1, 0]);
  });

  test('a native call that says yes and does nothing is followed by the next ways, down to the splice', async () => {
    const editor = fakeTinyMce(element('#rich'), () => undefined);
    expect(await insert({ tinymce: { get: () => [editor] } })).toEqual({
      editor: 'article',
      way: 'splice',
      landed: true,
    });
    expect(cards(element('#plain').innerHTML)).toBe(1);
  });

  test('a link that stood there before proves nothing', async () => {
    const editor = fakeTinyMce(element('#rich'), () => undefined);
    editor.content = CARD;
    expect(await insert({ tinymce: { get: () => [editor] } }, ['native'])).toMatchObject({ landed: false });
  });

  test('words of the card without its link are no card', async () => {
    const editor = fakeTinyMce(element('#rich'), (it) => add(it, `<p>Tanya ${LINK}</p>`));
    expect(await insert({ tinymce: { get: () => [editor] } }, ['native'])).toMatchObject({ landed: false });
  });

  test('what a failed way left is taken out before the next one, so that the card stands there once', async () => {
    const words = element('#plain');
    const editor = Object.assign(
      fakeTinyMce(element('#rich'), (it) => add(it, '<p>Gula semut</p>')),
      {
        setContent(html: string) {
          editor.content = html;
        },
      },
    );
    expect(await insert({ tinymce: { get: () => [editor] } })).toMatchObject({ way: 'splice', landed: true });
    expect(editor.content).toBe('<p>Awal.</p>');
    expect(cards(words.innerHTML)).toBe(1);
  });

  test('what cannot be taken out ends the search: the card is never there twice', async () => {
    const editor = fakeTinyMce(element('#rich'), (it) => add(it, '<p>Gula <b>semut</b></p>'));
    expect(await insert({ tinymce: { get: () => [editor] } })).toEqual({
      editor: 'tinymce',
      way: 'native',
      landed: false,
      stuck: true,
    });
    expect(cards(element('#plain').innerHTML)).toBe(0);
  });

  test('an editor that notices its own undo key is asked by it', async () => {
    const words = element('#plain');
    const before = words.innerHTML;
    const heard: string[] = [];
    words.addEventListener('keydown', ({ key, ctrlKey }) => {
      heard.push(`${ctrlKey ? 'ctrl+' : ''}${key}`);
      words.innerHTML = before;
    });
    Object.assign(document, {
      execCommand: (name: string) => {
        if (name === 'insertHTML') words.innerHTML += '<p>Gula semut</p>';
      },
    });
    expect(await insert({}, ['command'])).toMatchObject({ landed: false });
    expect([heard, words.innerHTML]).toEqual([['ctrl+z'], before]);
  });

  test('an editor that takes its time is waited for, not given a second card', async () => {
    let late = '';
    const editor = fakeTinyMce(element('#rich'), (_, html) => {
      late = html;
    });
    const arrive = () => add(editor, late);
    const landing = await insert({ tinymce: { get: () => [editor] } }, undefined, [() => undefined, arrive]);
    expect(landing).toMatchObject({ way: 'native', landed: true });
    expect([cards(editor.content), cards(element('#plain').innerHTML)]).toEqual([1, 0]);
  });

  test('a page without any editor is said to have none', async () => {
    document.body.innerHTML = '<p>Berita</p><textarea readonly></textarea>';
    expect(await insert()).toEqual({ editor: null, way: null, landed: false });
  });

  test('an editor that takes nothing at all is named, so that the card can be copied instead', async () => {
    document.body.innerHTML = '<div id="rich"></div>';
    const editor = fakeTinyMce(element('#rich'), () => undefined);
    expect(await insert({ tinymce: { get: () => [editor] } })).toEqual({
      editor: 'tinymce',
      way: 'native',
      landed: false,
    });
  });
});

describe('which editor', () => {
  test('the one with the cursor, even if it is smaller', async () => {
    document.body.innerHTML = '<div id="big"></div><div id="small"><button>B</button></div>';
    measure({ '#small': [300, 80] });
    const [big, small] = ['#big', '#small'].map((name) => fakeTinyMce(element(name), add));
    element('#small button').focus();
    await insert({ tinymce: { get: () => [big, small] } });
    expect([big?.inserted, small?.inserted]).toEqual([0, 1]);
  });

  test('else the biggest: the article, not its summary', async () => {
    document.body.innerHTML = '<div id="small"></div><div id="big"></div>';
    measure({ '#small': [300, 80] });
    const [small, big] = ['#small', '#big'].map((name) => fakeTinyMce(element(name), add));
    await insert({ tinymce: { get: () => [small, big] } });
    expect([big?.inserted, small?.inserted]).toEqual([1, 0]);
  });

  test('never one that is hidden behind its source view', async () => {
    document.body.innerHTML = '<div id="rich"></div><textarea>&lt;p&gt;Awal.&lt;/p&gt;</textarea>';
    const editor = fakeTinyMce(element('#rich'), add);
    editor.hidden = true;
    expect(await insert({ tinymce: { get: () => [editor] } })).toMatchObject({ editor: 'field', landed: true });
    expect(editor.inserted).toBe(0);
  });

  test('global names that are something else, or throw, are no editors', async () => {
    const globals = { CKEDITOR: null, jQuery: 'x', wp: {} };
    Object.defineProperty(globals, 'tinymce', {
      get() {
        throw new Error('mine');
      },
    });
    expect(await insert(globals)).toMatchObject({ editor: 'article', way: 'splice', landed: true });
  });
});

describe('at the cursor', () => {
  test('of a textarea: between what stands before and after it, and scripts hear of it', async () => {
    document.body.innerHTML = '<textarea>satu dua</textarea>';
    const area = element('textarea') as HTMLTextAreaElement;
    const heard: string[] = [];
    for (const name of ['input', 'change']) area.addEventListener(name, () => heard.push(name));
    area.setSelectionRange(5, 5);
    await insert();
    expect(area.value).toBe(`satu \n\n${CARD}\n\ndua`);
    expect(heard).toEqual(['input', 'change']);
  });

  test('of a textarea: where lines end already, no empty ones are added', async () => {
    document.body.innerHTML = '<textarea></textarea>';
    const area = element('textarea') as HTMLTextAreaElement;
    area.value = 'satu\n\ndua';
    area.setSelectionRange(5, 5);
    await insert();
    expect(area.value).toBe(`satu\n${CARD}\ndua`);
  });

  test('of an editable article: behind the block that holds it', async () => {
    const first = element('#plain p').firstChild;
    if (first !== null) document.getSelection()?.collapse(first, 2);
    await insert({}, ['splice']);
    expect(element('#plain').innerHTML).toBe(`<p>Satu.</p>${CARD}<p>Dua.</p>`);
  });

  test('of an editable article that never had one: at the end', async () => {
    document.getSelection()?.removeAllRanges();
    await insert({}, ['splice']);
    expect(element('#plain').innerHTML).toBe(`<p>Satu.</p><p>Dua.</p>${CARD}`);
  });
});
