import type { Media, State } from './state.ts';

/** WordPress looks into the file, whatever its name says. */
export class Unfit extends Error {}

const JPEG = [0xff, 0xd8, 0xff];

export async function storeUpload(
  state: State,
  file: FormDataEntryValue | null | undefined,
  slug?: string,
): Promise<Media> {
  if (!file || typeof file === 'string') throw new Unfit();
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (!JPEG.every((byte, index) => bytes[index] === byte)) throw new Unfit();
  const item: Media = {
    id: state.nextId(),
    slug: state.freeSlug(slug ?? file.name.replace(/\.\w+$/, '')),
    file: `2026/11/${file.name}`,
    alt: '',
    bytes,
  };
  state.media.push(item);
  return item;
}
