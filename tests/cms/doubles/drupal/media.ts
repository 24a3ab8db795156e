import { file, type Posted, text } from '#tests/cms/doubles/opensid/form.ts';
import { denied, href, page, type Visit } from './frame.ts';
import { esc, type MediaItem, type Node, type Role, type State } from './state.ts';

const FIELD = 'field_media';
const LIST = 'admin/content/media-widget/image';
/** Drupal signs what a library is opened for; another's signature is refused. */
const SIGNED =
  'media_library_opener_id=media_library.opener.field_widget&media_library_allowed_types[image]=image&media_library_selected_type=image&hash=s1gned';

/** Media Library's widget with these items, as 10.4 and 11 draw it: they are put in by the hidden field and its button. */
export function mediaWidget(visit: Visit, ids: number[]): string {
  const { state } = visit;
  const items = ids.map((id, delta) => {
    const item = state.media.find((one) => one.id === id);
    return `<div class="js-media-library-item media-library-item"><input type="submit" name="${FIELD}-${delta}-media-library-remove-button" value="Hapus" /><article>${shown(visit, item)}</article>
<input type="hidden" name="${FIELD}[selection][${delta}][target_id]" value="${id}" /></div>`;
  });
  // The button is out of sight, and not disabled, when the field holds all that it may.
  const full = ids.length >= state.options.mediaHolds ? ' visually-hidden" data-disabled-focus="true' : '';
  return `<fieldset class="js-media-library-widget media-library-widget"><legend><span${state.options.mediaDemanded ? ' class="form-required"' : ''}>Gambar utama</span></legend><div class="js-media-library-selection">${items.join('')}</div>
<input type="hidden" name="${FIELD}[media_library_selection]" value="" /><input type="submit" class="js-hide" name="${FIELD}-media-library-update" value="Update widget" />
<input type="submit" class="js-media-library-open-button${full}" name="${FIELD}-media-library-open-button" value="Tambah media" /></fieldset>`;
}

/** A smaller copy in another format is shown in the place of the stored file. */
function shown({ state }: Visit, item: MediaItem | undefined): string {
  const src = `${state.options.folder}/files/styles/medium/public/${esc(item?.file ?? '')}.webp?itok=k3y`;
  return `<img src="${src}" alt="" /><div class="media-library-item__name">${esc(item?.name ?? '')}</div>`;
}

/** What the field holds after one of its buttons was pressed; null when none was. */
export function pressedMedia(state: State, ids: number[], form: Posted): number[] | null {
  const removed = [...form.fields.keys()]
    .map((name) => /-(\d+)-media-library-remove-button$/.exec(name)?.[1])
    .find((delta) => delta !== undefined);
  if (removed !== undefined) return ids.filter((_, delta) => delta !== Number(removed));
  if (!form.fields.has(`${FIELD}-media-library-update`)) return null;
  const chosen = Number(text(form, `${FIELD}[media_library_selection]`));
  const isFit = state.media.some(({ id }) => id === chosen) && ids.length < state.options.mediaHolds;
  return isFit ? [...ids, chosen] : ids;
}

/** What the form of a post holds: Drupal keeps it under the form's own number, not in what is sent. */
export const mediaIn = ({ builds }: State, form: Posted | null, node: Node | null): number[] =>
  (form && builds.get(text(form, 'form_build_id'))) ?? node?.media ?? [];

/** What the button that opens the library is answered: commands for the browser's script. */
export function openedLibrary(visit: Visit, form: Posted): Response {
  if (text(form, '_triggering_element_name') !== `${FIELD}-media-library-open-button`)
    return Response.json({ message: 'The specified #ajax callback is empty' }, { status: 400 });
  const data = `<a href="${href(visit, `${LIST}?${esc(SIGNED)}`)}">Grid</a>`;
  return Response.json([
    { command: 'settings', settings: {} },
    { command: 'openDialog', selector: '#drupal-modal', data },
  ]);
}

/** The library's list, twenty-four to a page; its filter looks into names. */
export function listMedia(visit: Visit): Response {
  const { state, query } = visit;
  if (query.get('hash') !== 's1gned') return denied(visit);
  const wanted = query.get('name') ?? '';
  const rows = state.media
    .filter(({ name }) => name.includes(wanted))
    .toReversed()
    .slice(0, 24)
    .map(
      (item, row) =>
        `<div class="js-media-library-item"><input type="checkbox" name="media_library_select_form[${row + 1}]" value="${item.id}" />${shown(visit, item)}</div>`,
    );
  return page(visit, 'Media', rows.join('') || '<p>Tidak ada media.</p>');
}

/** The form in which a person makes an item. */
export function addMedia(visit: Visit, role: Role, form: Posted | null): Response {
  const { state } = visit;
  if (!role.media) return denied(visit);
  const upload = 'files[field_media_image_0]';
  const chosen = form && file(form, upload);
  const isImage = chosen && chosen !== 'empty' && chosen.bytes.subarray(0, 3).toString('hex') === 'ffd8ff';
  if (form !== null && isImage && text(form, 'op') === 'Simpan' && chosen.bytes.length <= state.options.uploadLimit) {
    state.addMedia(chosen.name, chosen.bytes);
    return new Response(null, { status: 303, headers: { location: href(visit, '') } });
  }
  return page(
    visit,
    'Tambah Gambar',
    `<form class="media-image-add-form media-form" enctype="multipart/form-data" action="${href(visit, 'media/add/image')}" method="post">
<input type="file" name="${upload}" accept="image/*" /><input type="submit" name="field_media_image_0_upload_button" value="Unggah" /><input type="hidden" name="field_media_image[0][fids]" value="" />
<input type="checkbox" name="status[value]" value="1" checked /><input type="submit" name="op" value="Simpan" /></form>`,
  );
}
