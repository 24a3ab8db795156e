import type { Reply } from '#utils/cms/form.ts';
import { countLinks } from '#utils/cms/link.ts';
import { isLocked, type NodeForm } from './nodeForm.ts';
import { type Drupal, nodeOn, visit } from './session.ts';

/** Formats that show the card as bare text, or run it as a program. */
const UNFIT = new Set(['plain_text', 'php_code']);

/** The text formats of this role, best first; `[null]` where there is nothing to choose. */
export function formatsFor(node: NodeForm, isNew: boolean): (string | null)[] {
  const { form, data, formatName } = node;
  if (isLocked(node)) return [];
  if (formatName === null) return [null];
  const chosen = String(data.get(formatName));
  const offered = [...form.querySelectorAll(`select[name="${formatName}"] option`)].map(
    (o) => o.getAttribute('value') ?? '',
  );
  const wished = isNew ? ['full_html', chosen] : [chosen, 'full_html'];
  const all = [...wished.filter((format) => format === chosen || offered.includes(format)), ...offered];
  return [...new Set(all)].filter((format) => !UNFIT.has(format));
}

/** True when visitors get the link, which a text format may take out. A page that this role may not see is trusted. */
export async function showsLink(session: Drupal, id: string, shown: Reply, link: string): Promise<boolean> {
  const page = nodeOn(shown) === id ? shown : await visit(session, `node/${id}`);
  return page.status === 403 || countLinks(page.text, link) > 0;
}
