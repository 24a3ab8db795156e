import { formOf } from '#utils/cms/form.ts';
import { attemptsOf, nameFor, type Picture, type ToJpeg } from '#utils/cms/picture.ts';
import { CmsError } from '#utils/cms/types.ts';
import type { Library } from './mediaLibrary.ts';
import { press } from './press.ts';
import { type Drupal, post, visit } from './session.ts';

const MEDIA_FORM = 'form.media-form, form[id^="media-"][id*="add-form"]';
const UPLOAD = 'input[type="file"][name^="files["][accept^="image/"]';
const NAME = 'name[0][value]';
/** How many of the field's types are looked at for one that takes pictures. */
const TRIES = 2;

/**
 * Makes an item of a picture by the form with which a person makes one, and answers whether Drupal may have taken it: the
 * caller looks. False where this role may make none, or the site takes none of what we can make of the picture.
 */
export async function makeItem(
  session: Drupal,
  { types }: Library,
  picture: Picture,
  alt: string,
  toJpeg: ToJpeg,
): Promise<boolean> {
  for (const type of types.slice(0, TRIES)) {
    const address = `media/add/${type}`;
    const first = await visit(session, address);
    if (first.status !== 200 || first.document.querySelector(`:is(${MEDIA_FORM}) ${UPLOAD}`) === null) continue;
    let page = first;
    for await (const blob of attemptsOf(picture.blob, toJpeg)) {
      const filled = formOf(page, MEDIA_FORM);
      const upload = filled.form.querySelector(UPLOAD)?.getAttribute('name') ?? '';
      const name = nameFor(picture.name, blob);
      filled.data.set(upload, blob, name);
      filled.data.set(altOf(upload), alt);
      if (filled.data.has(NAME)) filled.data.set(NAME, name);
      press(filled);
      if (await isTaken(session, filled)) return true;
      page = await visit(session, address);
    }
    return false;
  }
  return false;
}

/** False when the form came back. A server that fails may have kept the picture all the same. */
async function isTaken(session: Drupal, filled: ReturnType<typeof formOf>): Promise<boolean> {
  try {
    return (await post(session, filled)).document.querySelector(MEDIA_FORM) === null;
  } catch (error) {
    if (error instanceof CmsError && error.code === 'site_down') return true;
    throw error;
  }
}

/** `files[field_media_image_0]` → `field_media_image[0][alt]`. */
const altOf = (upload: string): string => upload.replace(/^files\[(.+)_(\d+)\]$/, '$1[$2][alt]');
