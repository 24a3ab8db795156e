import { denied, href, missing, page, type Visit } from './frame.ts';
import { esc, type Role } from './state.ts';

/** In Drupal and Backdrop a smaller copy's address has the style in it; Drupal 10 and 11 make it a WebP. */
const COPY = /^styles\/\w+\/public\/(.+?)(?:\.webp)?$/;

/** The stored file, or the one that a smaller copy is made of. */
export const fileAt = ({ files }: Visit['state'], path: string): Uint8Array | undefined =>
  files.get(path) ?? files.get(COPY.exec(path)?.[1] ?? '');

const when = (index: number): string => new Date(Date.UTC(2026, 10, 24, 9, 0, index)).toISOString().slice(0, 19);

/** What came last stands first; the number is its place in time. */
const newest = ({ state }: Visit): [number, string][] =>
  [...state.files.keys()].map((name, n): [number, string] => [n, name]).reverse();

const table = (kind: string, rows: string[], empty: string): string =>
  `<div class="view view-${kind} view-id-${kind}"><table class="views-table"><thead><tr><th class="views-field"><a href="?order=name&amp;sort=asc">Nama</a></th></tr></thead>
<tbody>${rows.join('') || `<tr class="odd"><td colspan="8" class="views-empty">${empty}</td></tr>`}</tbody></table></div>`;

/** The list of all files: it links each, in what was asked for only pictures, fifty to a page. Drupal 7 shows its content here. */
export function listFiles(visit: Visit, role: Role): Response {
  const { state, query } = visit;
  if (state.options.lists === 'none') return missing(visit);
  if (!role.files) return denied(visit);
  if (state.options.lists === 'other') return page(visit, 'Berkas', '<p>Diganti oleh situs ini.</p>');
  const isAsked = query.get('filemime') === 'image' && query.get('order') === 'created' && query.get('sort') === 'desc';
  const found = isAsked ? newest(visit) : newest(visit).toReversed();
  const rows = found.slice(0, 50).map(
    ([n, name]) =>
      `<tr><td class="views-field views-field-filename"><a href="${state.options.folder}/files/${esc(encodeURI(name))}">${esc(name)}</a></td>
<td class="views-field views-field-created"><time datetime="${when(n)}+00:00">24 Nov 2026</time></td><td class="views-field"><a href="${href(visit, `file/${n}/delete`)}">Hapus</a></td></tr>`,
  );
  const tab = role.items ? `<a href="${href(visit, 'admin/content/media')}" class="tabs__link">Media</a>` : '';
  return page(visit, 'Berkas', tab + table('files', rows, 'Tidak ada berkas.'));
}

/** The list of Media Library's things: smaller copies, and links to each thing's form. Without the module there is none. */
export function listItems(visit: Visit, role: Role): Response {
  const { state } = visit;
  if (state.options.lists === 'none') return missing(visit);
  if (!role.items) return denied(visit);
  const rows = state.media.toReversed().map(({ id, name, file }) => {
    const at = [...state.files.keys()].indexOf(file);
    return `<tr><td class="views-field"><img loading="lazy" src="${state.options.folder}/files/styles/thumbnail/public/${esc(file)}.webp?itok=k3y" alt="" /></td>
<td class="views-field views-field-name"><a href="${href(visit, `media/${id}/edit`)}">${esc(name)}</a></td><td class="views-field views-field-changed"><time datetime="${when(at)}+00:00">24 Nov 2026</time></td></tr>`;
  });
  // A document has a sign in the place of its picture.
  rows.push(
    `<tr><td class="views-field"><img src="${state.options.folder}/files/styles/thumbnail/public/media-icons/generic/document.png.webp?itok=k3y" alt="" /></td><td class="views-field views-field-name">Perdes</td></tr>`,
  );
  return page(visit, 'Media', table('media', rows, 'Tidak ada media.'));
}

/**
 * Backdrop's library of pictures, as its pager asks for it: commands for the browser's script, for strangers too. One that is
 * switched off, or may not be seen, is answered as one of no such name is.
 */
export function listLibrary(visit: Visit): Response {
  const { state, query } = visit;
  const settings = { command: 'settings', settings: { basePath: `${state.options.folder}/` }, merge: true };
  const isLibrary = query.get('view_name') === 'image_library' && query.get('view_display_id') === 'default';
  if (!isLibrary || state.options.lists !== 'all') return Response.json([settings]);
  // The site's own addresses are whole ones here.
  const at = (name: string) => esc(`http://${visit.host}${state.options.folder}/files/${encodeURI(name)}`);
  const rows = newest(visit)
    .slice(0, 20)
    .map(
      ([n, name]) =>
        `<div class="image-library-choose-file"><img class="image-library-image" src="${at(`styles/thumbnail/public/${name}`)}" data-file-url="${at(name)}" data-fid="${n}" /><p class="image-library-filename">${esc(name)}</p></div>`,
    );
  const data = `<div class="view view-image-library view-id-image_library">${rows.join('')}</div>`;
  return Response.json([
    settings,
    { command: 'insert', method: 'replaceWith', selector: '.view', data, settings: null },
  ]);
}
