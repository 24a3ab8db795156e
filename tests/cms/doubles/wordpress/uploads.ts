import type { Upload } from '#tests/cms/doubles/opensid/form.ts';
import type { Media, State } from './state.ts';

/** WordPress looks into the file, whatever its name says. */
export class UnfitError extends Error {}

const JPEG = [0xff, 0xd8, 0xff];

export function storeUpload(state: State, file: Upload | undefined, slug?: string): Media {
  if (!file || !JPEG.every((byte, index) => file.bytes[index] === byte)) throw new UnfitError();
  if (file.bytes.length > state.options.uploadLimit) throw new UnfitError();
  const item: Media = {
    id: state.nextId(),
    slug: state.freeSlug(slug ?? file.name.replace(/\.\w+$/, '')),
    file: `2026/11/${file.name}`,
    alt: '',
    bytes: file.bytes,
  };
  state.media.push(item);
  return item;
}
