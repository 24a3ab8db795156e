import { isForm, UPLOADS } from './axes.ts';
import { type Answer, asJson, type Sent } from './http.ts';
import { namesOf } from './names.ts';
import type { VillageState } from './state.ts';

/** How big (bytes) a picture may be where the site is strict, and elsewhere. */
const STRICT_LIMIT = 1_000_000;
const LIMIT = 2_000_000;

type Kind = 'jpeg' | 'png' | 'webp' | null;

function kindOf(bytes: Uint8Array): Kind {
  const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
  if (head.startsWith('ÿØÿ')) return 'jpeg';
  if (head.startsWith('\u0089PNG')) return 'png';
  return head.startsWith('RIFF') && head.endsWith('WEBP') ? 'webp' : null;
}

/** Puts a file where everybody can fetch it. Plain PHP keeps the name of the file and writes over another of that name. */
export function store(state: VillageState, file: { name: string; bytes: Uint8Array }): string {
  const { flavour } = state.options;
  const ending = /\.\w+$/.exec(file.name)?.[0] ?? '';
  const isNamed = flavour === 'plainphp' || flavour === 'ci3';
  let path = `/uploads/${isNamed ? file.name.replaceAll(' ', '_') : `${state.nextFile()}${ending}`}`;
  if (flavour === 'ci3' && state.uploads.has(path)) path = path.replace(/(\.\w+)?$/, `${state.nextFile()}$1`);
  state.uploads.set(path, file.bytes);
  return path;
}

/** A picture's place; undefined when it stays as it was, a refusal where the site wants another one. */
export function pictureOf(
  state: VillageState,
  sent: Sent,
  name: string,
  isNew: boolean,
): { path?: string | null } | { refused: string } {
  const { picture } = state.options;
  if (picture === 'none') return {};
  if (picture === 'urlBox' || picture === 'fileManager') {
    const address = sent.text(name);
    return address === '' || /^(?:https?:\/)?\//.test(address)
      ? { path: address || null }
      : { refused: 'URL gambar tidak sah' };
  }
  // An unknown number is no picture; the site says nothing about it.
  if (UPLOADS.includes(picture)) {
    if (sent.text(name) !== '') return { path: uploaded(state, sent.text(name)) };
    return picture === 'filepond' && isNew ? { refused: 'Kolom gambar wajib diisi' } : {};
  }
  const file = sent.file(name);
  if (file === null) return picture === 'requiredFile' && isNew ? { refused: 'Kolom gambar wajib diisi' } : {};
  const kind = kindOf(file.bytes);
  const size = file.bytes.length;
  if (picture === 'requiredFile' && (kind !== 'jpeg' || size > STRICT_LIMIT))
    return { refused: 'Gambar harus berupa JPG, paling besar 1 MB' };
  if (picture === 'keptSilently' && (kind === null || kind === 'webp' || size > STRICT_LIMIT)) return {};
  if (kind === null || size > LIMIT) return { refused: 'Berkas harus berupa gambar, paling besar 2 MB' };
  return { path: store(state, file) };
}

/** By its number, its file's name, its address, or a name that ends in its number. */
function uploaded(state: VillageState, said: string): string | null {
  const [last = ''] = said.split('-').slice(-1);
  const isMeant = (path: string) =>
    path === said || said.endsWith(path) || path.endsWith(`/${said}`) || numberOf(path) === last;
  return [...state.uploads.keys()].find(isMeant) ?? null;
}

/** A picture that is sent before its article. */
export function uploadFirst(state: VillageState, sent: Sent): { id: string; path: string } | null {
  const file = sent.file('file') ?? sent.file(namesOf(state.options, 'create').picture);
  if (file === null || !['jpeg', 'png'].includes(kindOf(file.bytes) ?? '') || file.bytes.length > STRICT_LIMIT)
    return null;
  const path = `/uploads/sementara-${state.nextFile()}.jpg`;
  state.uploads.set(path, file.bytes);
  return { id: numberOf(path) ?? '', path };
}

/** What each kind of upload is answered; forms are given a number, scripts an address. */
export function uploadAnswer(
  { options, base }: VillageState,
  { id, path }: { id: string; path: string },
  csrf: string | undefined,
): Answer {
  const url = base + path;
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (options.picture === 'uploadUrl') return asJson({ status: 'ok', data: { link: url }, csrf });
  if (options.picture === 'dropzone') return asJson({ success: 1, name, original_name: 'foto.jpg', csrf });
  if (options.picture === 'filepond')
    return { status: 200, headers: { 'content-type': 'text/plain', 'x-csrf': csrf ?? '' }, body: `tmp6a1f9-${id}` };
  return asJson({ id, url, value: isForm(options) ? id : url, csrf });
}

const numberOf = (path: string): string | undefined => /sementara-(\d+)/.exec(path)?.[1];
