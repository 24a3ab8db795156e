import type { Sent } from './http.ts';
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
  if (picture === 'urlBox') {
    const address = sent.text(name);
    return address === '' || /^(?:https?:\/)?\//.test(address)
      ? { path: address || null }
      : { refused: 'URL gambar tidak sah' };
  }
  // An unknown number is no picture; the site says nothing about it.
  if (picture === 'uploadFirst') return sent.text(name) === '' ? {} : { path: uploaded(state, sent.text(name)) };
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

/** Forms are given a number, scripts an address. */
const uploaded = (state: VillageState, said: string): string | null =>
  [...state.uploads.keys()].find((path) => path === said || said.endsWith(path) || numberOf(path) === said) ?? null;

/** A picture that is sent before its article. */
export function uploadFirst(state: VillageState, sent: Sent): { id: string; path: string } | null {
  const file = sent.file('file');
  if (file === null || !['jpeg', 'png'].includes(kindOf(file.bytes) ?? '') || file.bytes.length > STRICT_LIMIT)
    return null;
  const path = `/uploads/sementara-${state.nextFile()}.jpg`;
  state.uploads.set(path, file.bytes);
  return { id: numberOf(path) ?? '', path };
}

const numberOf = (path: string): string | undefined => /sementara-(\d+)/.exec(path)?.[1];
