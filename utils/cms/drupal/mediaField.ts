import type { NodeForm } from './nodeForm.ts';
import { IMAGE_NAME } from './pictureField.ts';

/** The widget's own hidden field (Drupal 8.9 to 11), which no theme takes away. */
const CHOICE = 'input[type="hidden"][name$="[media_library_selection]"]';
const WIDGET = '.js-media-library-widget, fieldset';
const OPEN = '[name*="-media-library-open-button"]';
const PUT_IN = '[name*="-media-library-update"]';
const REMOVE = '[name*="-media-library-remove-button"]';
const ITEM = '.js-media-library-item';
/** A field that holds as much as it may has its button out of reach. */
const FULL = '[disabled], [data-disabled-focus="true"]';
/** What a picture's address has in the middle, and behind it, when it is a smaller copy of the stored file. */
const COPY = /\/styles\/[^/]+\/(public|private)\//;

export interface MediaItem {
  /** The stored picture's address, null for what has none. */
  picture: string | null;
  remove: HTMLInputElement | null;
}

/** A field for things from Media Library, which many sites have in the place of a field for a picture. */
export interface MediaField {
  /** The name of the hidden field that takes the number of the item to put in, and the button that puts it in. */
  choiceName: string;
  putIn: HTMLInputElement;
  /** The button that opens the library; null while the field holds as much as it may. */
  open: HTMLInputElement | null;
  items: MediaItem[];
}

/** The field of this kind in a post's form that is for pictures by its name, else the first: it may be for documents. */
export function mediaField({ form, page }: Pick<NodeForm, 'form' | 'page'>): MediaField | null {
  const choices = [...form.querySelectorAll<HTMLInputElement>(CHOICE)];
  const isForPictures = (one: HTMLInputElement) =>
    IMAGE_NAME.test(`${one.name} ${one.closest(WIDGET)?.querySelector('legend')?.textContent}`);
  const choice = choices.find(isForPictures) ?? choices[0];
  const widget = choice?.closest(WIDGET);
  const putIn = widget?.querySelector<HTMLInputElement>(PUT_IN);
  if (!choice || !widget || !putIn) return null;
  const open = widget.querySelector<HTMLInputElement>(OPEN);
  const items = [...widget.querySelectorAll(REMOVE)].map((button) => ({
    picture: pictureOf(button.closest(ITEM), page.url),
    remove: button as HTMLInputElement,
  }));
  return { choiceName: choice.name, putIn, open: open?.matches(FULL) ? null : open, items };
}

/** The address of the picture that an item shows, of the stored file and not of the smaller copy. */
export function pictureOf(item: Element | null, base: URL): string | null {
  const src = item?.querySelector('img[src]')?.getAttribute('src');
  if (!src) return null;
  const url = new URL(src, base);
  if (!COPY.test(url.pathname)) return url.href;
  // The copy is made in another format, whose name is set behind the file's own; what follows makes its address valid.
  const path = url.pathname.replace(COPY, '/').replace(/(\.(?:jpe?g|png|gif|webp))\.\w+$/i, '$1');
  return new URL(path, url).href;
}

/** What stands in the field and was made of the picture with this print. */
export function ownIn(field: MediaField | null, print: string | null | undefined): MediaItem | null {
  return (print && field?.items.find(({ picture }) => picture?.includes(print))) || null;
}
