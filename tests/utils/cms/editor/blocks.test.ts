// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest';
import { CARD, insert, measure } from './page.ts';

Object.assign(globalThis, { DOMRect: class {} });

/** The one block that is kept of what WordPress makes of the card here; the empty paragraphs that it leaves are not. */
const IMAGE = { clientId: 'image', name: 'core/image', attributes: { HTML: CARD } };

/** As much of WordPress's block stores as a card meets. */
function fakeBlocks(selected: string | null, saves = true) {
  const calls: unknown[] = [];
  let content = '';
  const take = (...call: [string, ...unknown[]]) => {
    calls.push(call);
    if (saves) content += CARD;
  };
  const wp = {
    data: {
      select: (store: string) =>
        store === 'core/editor'
          ? { getEditedPostContent: () => content }
          : {
              getBlockInsertionPoint: () => ({ index: 3, rootClientId: 'group' }),
              getSelectedBlock: () => (selected === null ? null : { clientId: 'here', name: selected }),
            },
      dispatch: () => ({
        insertBlocks: (...args: unknown[]) => take('insertBlocks', ...args),
        replaceBlocks: (...args: unknown[]) => take('replaceBlocks', ...args),
        removeBlocks: (...args: unknown[]) => calls.push(['removeBlocks', ...args]),
      }),
    },
    blocks: {
      rawHandler: ({ HTML }: { HTML: string }) => [
        { clientId: 'image', name: 'core/image', attributes: { HTML } },
        { clientId: 'rest', name: 'core/paragraph', attributes: { content: ' ' } },
      ],
      isUnmodifiedDefaultBlock: ({ name }: { name: string }) => name === 'empty',
    },
  };
  return { wp, calls };
}

beforeEach(() => {
  document.body.className = 'wp-admin block-editor-page';
  document.body.innerHTML = '<div class="interface-interface-skeleton"><div contenteditable="true"></div></div>';
  measure();
});

test('a card goes behind the block with the cursor, through the editor’s own store', async () => {
  const { wp, calls } = fakeBlocks('filled');
  expect(await insert({ wp })).toEqual({ editor: 'wordpress', way: 'native', landed: true });
  expect(calls).toEqual([['insertBlocks', [IMAGE], 3, 'group']]);
});

test('the empty paragraph that waits for the first word is taken by the card', async () => {
  const { wp, calls } = fakeBlocks('empty');
  await insert({ wp });
  expect(calls).toEqual([['replaceBlocks', 'here', [IMAGE]]]);
});

test('blocks in a store that is not what is saved are taken out again: WooCommerce’s editor of products has such a one', async () => {
  const { wp, calls } = fakeBlocks('filled', false);
  expect(await insert({ wp })).toMatchObject({ landed: false });
  expect(calls).toEqual([
    ['insertBlocks', [IMAGE], 3, 'group'],
    ['removeBlocks', ['image']],
  ]);
});
