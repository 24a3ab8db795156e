import { type MediaField, mediaField, ownIn } from './mediaField.ts';
import { NODE_FORM, type NodeForm, nodeFormOn } from './nodeForm.ts';
import { type Drupal, post } from './session.ts';

export interface MediaToPutIn {
  /** The number of the item. */
  item: string;
  /** Of the picture that it was made of, and of the one that a former write put in. */
  print: string;
  former: string | null;
}

/** Puts an item into the field of a form, which is not saved by that. The form as it was, where the site does not do it. */
export async function withMedia(session: Drupal, node: NodeForm, media: MediaToPutIn): Promise<NodeForm> {
  const { item, print, former } = media;
  const there = mediaField(node);
  if (there === null || ownIn(there, print) !== null) return node;
  const room = await withRoom(session, node, there, former);
  const field = room && mediaField(room);
  if (!field) return node;
  room.data.set(field.choiceName, item);
  return (await pressed(session, room, field.putIn)) ?? node;
}

/**
 * The form with room for one more item: our former picture gives way, and so does the only one that a field for one holds.
 * Null where all of the field is others'.
 */
export async function withRoom(
  session: Drupal,
  node: NodeForm,
  field: MediaField,
  former: string | null,
): Promise<NodeForm | null> {
  const { items, open } = field;
  const old = ownIn(field, former) ?? (open === null && items.length === 1 ? items[0] : null);
  if (!old) return open === null ? null : node;
  return old.remove && pressed(session, node, old.remove);
}

/** The form after one of its buttons was pressed, or null when that did not lead to it again. */
async function pressed(session: Drupal, node: NodeForm, button: HTMLInputElement): Promise<NodeForm | null> {
  const { data, action } = node;
  data.set(button.name, button.value);
  const page = await post(session, { action, data });
  data.delete(button.name);
  return page.document.querySelector(NODE_FORM) === null ? null : nodeFormOn(page);
}
