import type { NodeForm } from './nodeForm.ts';

/**
 * The hidden number(s) of the stored file: `[fid]` in 7 and Backdrop, `[fids]` since 8. The picture's other fields
 * stand beside it.
 */
const STORED = 'input[type="hidden"][name$="[fid]"], input[type="hidden"][name$="[fids]"]';
const WIDGET = '.form-managed-file, .image-widget';
const REMOVE = 'input[name$="_remove_button"]';
const UPLOAD = 'input[type="file"][name^="files["]';
/** The link to the stored file. */
const FILE = '.file a[href], a[type^="image/"][href]';
/** A field for pictures says so since 8; before, only its name can tell it from attachments. */
export const IMAGE_NAME = /image|gambar|foto|photo|picture|thumb/i;

export interface PictureField {
  /**
   * The name of the file field, whether there is a file already or not: an upload takes the place of what is stored.
   */
  fileName: string;
  altName: string;
  /** The stored picture's address. */
  stored: string | null;
}

/** The post's own picture, which themes draw above its text; null for types of post that have none. */
export function pictureField({ form, page }: NodeForm): PictureField | null {
  for (const hidden of form.querySelectorAll(STORED)) {
    const widget = hidden.closest(WIDGET);
    const input = widget?.querySelector(UPLOAD);
    // When a field for one file holds a file, it shows a button to remove that file instead, with a name made alike.
    const removed = widget?.querySelector(REMOVE)?.getAttribute('name')?.replace('_remove_button', '');
    const fileName = input?.getAttribute('name') ?? (removed && `files[${removed}]`);
    if (!widget || !fileName) continue;
    const isImage = input?.getAttribute('accept')?.startsWith('image/') || IMAGE_NAME.test(fileName);
    if (!isImage) continue;
    const href = widget.querySelector(FILE)?.getAttribute('href') ?? null;
    const base = (hidden.getAttribute('name') ?? '').replace(/\[fids?\]$/, '');
    return { fileName, altName: `${base}[alt]`, stored: href && new URL(href, page.url).href };
  }
  return null;
}
