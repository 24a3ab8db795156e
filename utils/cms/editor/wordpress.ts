import type { EditorKind } from './types.ts';

interface Block {
  clientId: string;
  name: string;
  attributes: Record<string, unknown>;
}
interface BlockStore {
  getBlockInsertionPoint(): { rootClientId?: string | null; index: number };
  getSelectedBlock(): Block | null;
}
interface BlockWriter {
  insertBlocks(blocks: Block[], index: number, rootClientId?: string): void;
  replaceBlocks(clientId: string, blocks: Block[]): void;
  removeBlocks(clientIds: string[]): void;
}
interface WordPress {
  data: { select(store: string): unknown; dispatch(store: string): unknown };
  blocks: { rawHandler(what: { HTML: string }): Block[]; isUnmodifiedDefaultBlock(block: Block): boolean };
}

/** The block editor fills the whole page; its text may be in a frame of its own (`editor-canvas`, 7.1). */
const SKELETON = '.block-editor #editor, .block-editor .editor-editor-interface, .interface-interface-skeleton';

/** WordPress's block editor, by its stores. The classic editor is TinyMCE or a textarea, and found as these. */
export const wordpress: EditorKind = {
  id: 'wordpress',
  open(document, globals) {
    const place = document.querySelector(SKELETON);
    const { data, blocks } = globals.wp as WordPress;
    const post = data.select('core/editor') as { getEditedPostContent(): string };
    const store = data.select('core/block-editor') as BlockStore;
    const writer = data.dispatch('core/block-editor') as BlockWriter;
    // The block editor is loaded on other pages too, for a widget or a plugin; without a post it has no text.
    if (place === null || typeof post.getEditedPostContent !== 'function') return [];
    let put: Block[] = [];
    return [
      {
        place,
        read: () => post.getEditedPostContent(),
        insert(html) {
          const card = blocks.rawHandler({ HTML: html }).filter((block) => !isEmpty(block));
          put = card;
          const selected = store.getSelectedBlock();
          // The empty paragraph that waits for the first word is replaced, not left above the card.
          if (selected !== null && blocks.isUnmodifiedDefaultBlock(selected)) {
            writer.replaceBlocks(selected.clientId, card);
            return;
          }
          const { index, rootClientId } = store.getBlockInsertionPoint();
          writer.insertBlocks(card, index, rootClientId ?? undefined);
        },
        // WooCommerce's editor of products has these stores too, but what is saved is not what they hold.
        undo: () => writer.removeBlocks(put.map(({ clientId }) => clientId)),
      },
    ];
  },
};

/** True for an empty paragraph: WordPress takes a picture out of its paragraph and keeps what is left. */
function isEmpty({ name, attributes }: Block): boolean {
  return name === 'core/paragraph' && String(attributes.content ?? '').trim() === '';
}
