import { CmsError } from '#utils/cms/types.ts';
import { newNodeForm } from './newNode.ts';
import { editForm, type NodeForm } from './nodeForm.ts';
import type { Drupal } from './session.ts';

/** The forms of one run of the engine, so that none is fetched twice. */
export interface KeptForms {
  /** The empty form of a new post. */
  blank(): Promise<NodeForm>;
  /** A post's form as it is now, or as the last save left it. */
  read(id: string): Promise<NodeForm | 'forbidden' | null>;
  /** What `read` last got of a post that this person may edit. */
  last(id: string): NodeForm | undefined;
  /**
   * A form to send, of a post or a new one. Each is sent only once, because its token and `changed` are of one moment.
   * Throws `no_permission` where this person may not edit the post.
   */
  take(id: string | null): Promise<NodeForm>;
  /** The form after a save, which the next `read` answers. */
  readAfterSave(id: string): Promise<NodeForm | null>;
}

export function keptForms(session: Drupal): KeptForms {
  /** As the engine last read them, to be filled and sent: Drupal tells by `changed` when one has grown stale. */
  const forms = new Map<string, NodeForm>();
  let justRead: { id: string; node: NodeForm } | null = null;
  let empty: Promise<NodeForm> | null = null;

  function blank(): Promise<NodeForm> {
    empty ??= newNodeForm(session);
    return empty;
  }

  async function read(id: string): Promise<NodeForm | 'forbidden' | null> {
    const node = justRead?.id === id ? justRead.node : await editForm(session, id);
    justRead = null;
    if (node !== null && node !== 'forbidden') forms.set(id, node);
    return node;
  }

  async function take(id: string | null): Promise<NodeForm> {
    const node = id === null ? await blank() : (forms.get(id) ?? (await editForm(session, id)));
    empty = null;
    if (id !== null) forms.delete(id);
    if (node === null || node === 'forbidden') throw new CmsError('no_permission', `node/${id}/edit`);
    return node;
  }

  async function readAfterSave(id: string): Promise<NodeForm | null> {
    const node = await editForm(session, id);
    if (node === null || node === 'forbidden') return null;
    justRead = { id, node };
    return node;
  }

  return { blank, read, last: (id) => forms.get(id), take, readAfterSave };
}
