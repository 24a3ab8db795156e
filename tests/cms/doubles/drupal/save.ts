import { file, type Posted, text } from '#tests/cms/doubles/opensid/form.ts';
import { kept } from '#tests/cms/doubles/siteFaults.ts';
import { href, type Visit } from './frame.ts';
import { mediaIn, openedLibrary, pressedMedia } from './media.ts';
import { type Fault, NEW, namesOf, nodeForm, tokenOf } from './nodeForm.ts';
import type { Node, Role, Type } from './state.ts';

const IMAGES = /\.(?:png|gif|jpe?g|webp)$/i;

/** Saves a form that was sent. What is wrong with it comes back with 200 and the form again; what is saved leads to the post. */
export function save(visit: Visit, type: Type, role: Role, old: Node | null, form: Posted): Response {
  const { state } = visit;
  const { generation } = state.options;
  const names = namesOf(generation);
  const again = (fault: Fault) => nodeForm(visit, type, role, old, fault, mediaIn(state, form, old));
  if (text(form, 'form_token') !== tokenOf(visit, type)) return again({ words: 'Formulir kedaluwarsa.', fields: [] });
  const held = mediaIn(state, form, old);
  if (visit.query.has('ajax_form')) return openedLibrary(visit, form);
  const pressed = pressedMedia(state, held, form);
  if (pressed !== null) return nodeForm(visit, type, role, typed(old, form), null, pressed);
  // Without a button Drupal takes the first one of the form, which uploads.
  if (text(form, 'op') !== 'Simpan') return nodeForm(visit, type, role, old);
  if (old !== null && Number(text(form, 'changed')) < old.changed) {
    return again({ words: 'Isi telah diubah pengguna lain.', fields: [] });
  }
  const title = text(form, names.title);
  if (title === '' || title.length > 255) return again({ words: 'Judul harus diisi.', fields: [names.title] });
  const { demands, demanding } = state.options;
  if (demanding.includes(type.name)) return again({ words: 'Bidang Dusun harus diisi.', fields: ['field_dusun'] });
  if (state.options.mediaDemanded && type.hasImage && held.length === 0)
    return again({ words: 'Bidang Gambar utama harus diisi.', fields: [] });
  if (demands !== null) return again({ words: `Bidang ${demands} harus diisi.`, fields: [] });
  // Drupal 7's tables know no letters of four bytes.
  if (generation === 'drupal7' && /[\u{10000}-\u{10ffff}]/u.test(title))
    return new Response('PDOException', { status: 500 });
  const format = text(form, names.format);
  if (format !== '' && !role.formats.includes(format))
    return again({ words: 'Pilihan tidak sah.', fields: [names.format] });
  const alias = role.aliases ? text(form, names.alias).replace(/^\//, '') || null : (old?.alias ?? null);
  if (alias !== null && state.nodes.some((node) => node.alias === alias && node.id !== old?.id)) {
    return again({ words: 'Alamat sudah dipakai.', fields: [names.alias] });
  }
  const picture = pictureIn(visit, type, form, old);
  if (typeof picture === 'string') return again({ words: picture, fields: [names.upload] });
  const isLocked = old !== null && !role.formats.includes(old.format);

  const node: Node = old ?? {
    id: state.nextId(),
    type: type.name,
    langcode: visit.langcode,
    alias: null,
    autoAlias: generation === 'backdrop',
    author: visit.user ?? '',
    tags: '',
    published: true,
    ...{ title, body: '', format: '', picture: null, changed: 0 },
  };
  if (state.options.mediaField) node.media = held;
  Object.assign(node, { title, picture, alias, tags: text(form, names.tags), changed: state.now() });
  if (!isLocked)
    Object.assign(node, { body: kept(state.faults, text(form, names.body)), format: format || node.format });
  if (state.options.workflow) node.published = text(form, 'moderation_state[0][state]') === 'published';
  else if (role.publishes) node.published = text(form, names.status) === '1';
  if (generation === 'backdrop') {
    if (role.aliases) node.autoAlias = form.fields.has('path[auto]');
    if (node.autoAlias) node.alias = state.autoAlias(title, node.id);
  }
  if (old === null) state.nodes.push(node);
  if (node.tags !== '' && !state.terms.some(({ name }) => name === node.tags)) state.makeTerm(node.tags);
  return new Response(null, {
    status: generation === 'drupal' ? 303 : 302,
    headers: { location: href(visit, node.alias ?? `node/${node.id}`) },
  });
}

/** The post as it stands in the form that was sent: what is typed is still there after a button. */
function typed(old: Node | null, form: Posted): Node | null {
  return old && { ...old, title: text(form, NEW.title), body: text(form, NEW.body) };
}

/** A picture for the text, as the editor of 10 and 11 sends it: it may be of this site's language of addresses or none. */
export function uploadInline(visit: Visit, form: Posted | null): Response {
  const { state, session, query, user } = visit;
  const chosen = form && file(form, 'upload');
  const isRight = user !== null && query.get('token') === session && state.options.inlinePictures;
  if (!isRight) return Response.json({ message: 'denied' }, { status: 403 });
  if (!chosen || chosen === 'empty' || !IMAGES.test(chosen.name) || chosen.bytes.length > state.options.uploadLimit) {
    return Response.json({ error: { message: 'The file could not be saved.' } }, { status: 422 });
  }
  const name = state.keep(chosen.name, chosen.bytes);
  const made = { url: `${state.options.folder}/files/${name}`, uuid: crypto.randomUUID(), entity_type: 'file' };
  return Response.json(made, { status: 201 });
}

/** What the picture field holds afterwards; a string says why a file was not taken. */
function pictureIn({ state }: Visit, type: Type, form: Posted, old: Node | null): Node['picture'] | string {
  const names = namesOf(state.options.generation);
  const chosen = type.hasImage && !state.options.mediaField ? file(form, names.upload) : null;
  const there = old?.picture ?? null;
  const alt = text(form, names.alt);
  if (chosen === null || chosen === 'empty') return there && { ...there, alt };
  if (chosen.bytes.length > state.options.uploadLimit) return 'Berkas terlalu besar.';
  if (!IMAGES.test(chosen.name)) return 'Hanya berkas gambar.';
  const isImage = ['ffd8ff', '89504e', '474946', '524946'].includes(chosen.bytes.subarray(0, 3).toString('hex'));
  // Backdrop judges a file by its name alone.
  if (!isImage && state.options.generation !== 'backdrop') return 'Bukan gambar.';
  // An upload takes the place of the file that is there.
  return { name: state.keep(chosen.name, chosen.bytes), alt };
}
