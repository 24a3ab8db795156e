import type { Written } from '#utils/cms/engine.ts';
import type { Picture } from '#utils/cms/picture.ts';
import type { Media } from './media.ts';
import { mediaField, ownIn } from './mediaField.ts';
import type { NodeForm } from './nodeForm.ts';
import { pictureField } from './pictureField.ts';
import type { TextPicture } from './pictureInText.ts';

/** The ways that were chosen for a picture that has no field of its own. */
export interface Ways {
  media: Media | null;
  inText: TextPicture | null;
}

/** Where the picture is after a save, as the post's form then shows. `picture` is null where none could be made. */
export function pictureEnd(
  node: NodeForm,
  siteUrl: string,
  hasImage: boolean,
  picture: Picture | null,
  { media, inText }: Ways,
): Omit<Written, 'id'> {
  const field = mediaField(node);
  const inMedia = media === 'stays' ? field?.items[0] : media && ownIn(field, media.print);
  const stored = pictureField(node)?.stored ?? inMedia?.picture ?? (inText && new URL(inText.src, siteUrl).href);
  const isMissing = hasImage && stored === null && media !== 'stays';
  const isInText = field !== null && inText !== null;
  // The print is kept for a picture that did not get in, too: what a person puts in its place is then left alone.
  const end = { imageId: picture?.print ?? null, imageUrl: stored };
  return { ...end, pictureMissing: isMissing ? 'refused' : isInText ? 'media' : undefined };
}
