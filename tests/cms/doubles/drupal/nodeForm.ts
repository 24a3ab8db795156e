import { href, page, type Visit } from './frame.ts';
import { mediaWidget } from './media.ts';
import { esc, type Generation, type Node, PROPOSALS, type Role, type Type } from './state.ts';

export interface Names {
  title: string;
  body: string;
  format: string;
  status: string;
  alias: string;
  tags: string;
  upload: string;
  file: string;
  alt: string;
}

const OLD: Names = {
  title: 'title',
  body: 'body[und][0][value]',
  format: 'body[und][0][format]',
  status: 'status',
  alias: 'path[alias]',
  tags: 'field_tags[und]',
  upload: 'files[field_image_und_0]',
  file: 'field_image[und][0][fid]',
  alt: 'field_image[und][0][alt]',
};
export const NEW: Names = {
  title: 'title[0][value]',
  body: 'body[0][value]',
  format: 'body[0][format]',
  status: 'status[value]',
  alias: 'path[0][alias]',
  tags: 'field_tags[target_id]',
  upload: 'files[field_image_0]',
  file: 'field_image[0][fids]',
  alt: 'field_image[0][alt]',
};
export const namesOf = (generation: Generation): Names => (generation === 'drupal' ? NEW : OLD);

/** What is wrong with a form that was sent: in red above it, and at the fields of these names. */
export interface Fault {
  words: string;
  fields: string[];
}

/** The form of a new post (`node` null) or of one that is there, as this role sees it. */
export function nodeForm(
  visit: Visit,
  type: Type,
  role: Role,
  node: Node | null,
  fault: Fault | null = null,
  media: number[] = node?.media ?? [],
): Response {
  const { generation, workflow } = visit.state.options;
  const names = namesOf(generation);
  const input = (name: string, value: string, more = '') =>
    `<input type="text" name="${name}" value="${esc(value)}" class="form-text${fault?.fields.includes(name) ? ' error' : ''}" ${more}/>`;
  const hidden = (name: string, value: string) => `<input type="hidden" name="${name}" value="${esc(value)}" />`;
  const build = `form-${crypto.randomUUID()}`;
  visit.state.builds.set(build, media);
  const parts = [
    input(names.title, node?.title ?? '', 'required="required"'),
    type.hasBody && bodyField(names, role, node),
    type.name !== 'page' && visit.state.options.tags && input(names.tags, node?.tags ?? '', proposals(visit)),
    type.hasImage && (visit.state.options.mediaField ? mediaWidget(visit, media) : imageWidget(visit, node)),
    visit.state.options.demanding.includes(type.name) && demandedField(generation),
    hidden('changed', node ? String(node.changed) : ''),
    hidden('form_build_id', build),
    hidden('form_token', tokenOf(visit, type)),
    hidden('form_id', `${type.name}_node_form`),
    role.aliases && input(names.alias, node?.alias ?? ''),
    role.aliases && generation === 'backdrop' && autoAlias(node),
    workflow ? moderation(node) : role.publishes && status(generation, names, node),
    '<input type="submit" id="edit-submit" name="op" value="Simpan" class="form-submit" />',
    '<input type="submit" id="edit-preview" name="op" value="Pratinjau" class="form-submit" />',
  ];
  const path = node === null ? `node/add/${type.name.replaceAll('_', '-')}` : `node/${node.id}/edit`;
  // Each generation says first, to screen readers alone, what kind of message it is.
  const kind =
    generation === 'drupal'
      ? '<h2 class="visually-hidden">Error message</h2>'
      : '<h2 class="element-invisible">Error message</h2>';
  const red = fault ? `<div class="messages error messages--error">${kind}${esc(fault.words)}</div>` : '';
  return page(
    visit,
    node ? `Ubah ${node.title}` : `Buat ${type.name}`,
    `${red}<form class="node-form node-${type.name}-form" enctype="multipart/form-data" action="${href(visit, path)}" method="post"><div>
${parts.filter((part) => part !== false).join('\n')}</div></form>`,
  );
}

/** A field of the village's own that must be filled, as Drupal 11 and, with a star in the label, 7 and Backdrop draw it. */
function demandedField(generation: string): string {
  const isNew = generation === 'drupal';
  const label = isNew ? 'class="form-required">Dusun' : '>Dusun <span class="form-required">*</span>';
  return `<label for="edit-field-dusun" ${label}</label><select id="edit-field-dusun" name="field_dusun" class="form-select required" ${isNew ? 'required="required"' : ''}><option value="_none">- Pilih -</option><option value="1">Krajan</option></select>`;
}

/** Since 8, the field proposes tags with their numbers. */
function proposals(visit: Visit): string {
  const { generation } = visit.state.options;
  return generation === 'drupal' ? `data-autocomplete-path="${href(visit, PROPOSALS)}" ` : '';
}

/** One for each session and form; a form of another session is out of date. */
export const tokenOf = ({ session }: Visit, { name }: Type): string => `${session}-${name}`;

function bodyField(names: Names, role: Role, node: Node | null): string {
  const isLocked = node !== null && !role.formats.includes(node.format);
  if (isLocked) {
    return `<textarea name="${names.body}" disabled="disabled">Bidang ini ditutup: Anda tidak boleh mengubahnya.</textarea>`;
  }
  const chosen = node?.format ?? role.formats[0];
  const options = role.formats.map(
    (format) => `<option value="${format}"${format === chosen ? ' selected="selected"' : ''}>${format}</option>`,
  );
  const format =
    role.formats.length === 1
      ? `<input type="hidden" name="${names.format}" value="${chosen}" />`
      : `<select name="${names.format}">${options.join('')}</select>`;
  return `<textarea name="${names.body}" rows="20">${esc(node?.body ?? '')}</textarea>${format}`;
}

function imageWidget(visit: Visit, node: Node | null): string {
  const names = namesOf(visit.state.options.generation);
  const stem = names.upload.slice('files['.length, -1);
  const { folder, generation } = visit.state.options;
  const accept = generation === 'drupal' ? ' accept="image/*"' : '';
  const inside = node?.picture
    ? `<span class="file"><a href="${folder}/files/${esc(node.picture.name)}" type="image/jpeg">${esc(node.picture.name)}</a></span>
<input type="submit" name="${stem}_remove_button" value="Hapus" /><input type="text" name="${names.alt}" value="${esc(node.picture.alt)}" />`
    : `<input type="file" name="${names.upload}"${accept} /><input type="submit" name="${stem}_upload_button" value="Unggah" />`;
  const file = node?.picture ? String(node.id) : generation === 'drupal' ? '' : '0';
  return `<div class="image-widget form-managed-file">${inside}<input type="hidden" name="${names.file}" value="${file}" /></div>`;
}

function autoAlias(node: Node | null): string {
  const checked = node === null || node.autoAlias ? ' checked="checked"' : '';
  return `<input type="checkbox" name="path[auto]" value="1"${checked} />`;
}

/** Backdrop has a choice there (published, draft, planned), the others a tick box. */
function status(generation: Generation, { status: name }: Names, node: Node | null): string {
  const isOn = node?.published ?? true;
  const checked = (on: boolean) => (on ? ' checked="checked"' : '');
  if (generation !== 'backdrop') return `<input type="checkbox" name="${name}" value="1"${checked(isOn)} />`;
  return [1, 0, 2]
    .map((value) => `<input type="radio" name="${name}" value="${value}"${checked(value === Number(isOn))} />`)
    .join('');
}

function moderation(node: Node | null): string {
  const states = node === null ? ['draft', 'published'] : ['draft', 'published', 'archived'];
  const options = states.map(
    (one) =>
      `<option value="${one}"${one === (node?.published ? 'published' : 'draft') ? ' selected' : ''}>${one}</option>`,
  );
  return `<select name="moderation_state[0][state]">${options.join('')}</select>`;
}
