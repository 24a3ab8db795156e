import { formOf } from '#utils/cms/form.ts';
import { CmsError } from '#utils/cms/types.ts';
import { NODE_FORM, type NodeForm } from './nodeForm.ts';
import { press } from './press.ts';
import { type Drupal, post, refusalOn, visit } from './session.ts';

const CONFIRM = 'form.confirmation, form#node-delete-confirm';

/**
 * Unpublishes a post. For a role that may not do that, deletes it where `mayDelete` says so. Throws `no_permission`
 * when the role may do neither.
 */
export async function unpublishNode(
  session: Drupal,
  id: string,
  node: NodeForm | 'forbidden' | null,
  mayDelete: boolean,
): Promise<void> {
  if (node !== null && node !== 'forbidden' && canUnpublish(node)) {
    const { form, data, names, moderation } = node;
    if (moderation !== null) data.set(moderation.name, 'archived');
    // Backdrop has a choice of three there, the others a tick box.
    else if (form.querySelector(`[type="radio"][name="${names.status}"]`)) data.set(names.status, '0');
    else data.delete(names.status);
    press(node);
    const reply = await post(session, node);
    if (reply.document.querySelector(NODE_FORM)) throw new CmsError('refused', refusalOn(reply));
    return;
  }
  const page = mayDelete ? await visit(session, `node/${id}/delete`) : null;
  if (page?.status === 404) return;
  if (page?.status !== 200) throw new CmsError('no_permission');
  const confirm = formOf(page, CONFIRM);
  press(confirm);
  await post(session, confirm);
}

function canUnpublish({ hasStatus, moderation }: NodeForm): boolean {
  return moderation === null ? hasStatus : moderation.querySelector('[value="archived"]') !== null;
}
