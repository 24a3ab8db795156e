import type { CmsPost } from '#utils/cms/engine.ts';
import { attemptsOf, nameFor, type Picture, type ToJpeg } from '#utils/cms/picture.ts';
import type { LinkBackPost } from '#utils/cms/types.ts';
import { formatsFor } from './format.ts';
import type { NodeForm } from './nodeForm.ts';
import { pictureIn, type TextPicture, uploadForText } from './pictureInText.ts';
import type { Drupal } from './session.ts';

/** The picture where there is no field for it: as it stands there, or brought into the site; a person's change of it stays. */
export async function textPicture(
  session: Drupal,
  node: NodeForm,
  current: CmsPost | null,
  picture: Picture,
  { known }: LinkBackPost,
  toJpeg: ToJpeg,
): Promise<TextPicture | null> {
  const there = pictureIn(current?.html ?? '', picture.print);
  if (there !== null || (current !== null && known?.imageId === picture.print && known.imageUrl !== null)) return there;
  for await (const blob of attemptsOf(picture.blob, toJpeg)) {
    const file = { blob, name: nameFor(picture.name, blob) };
    const made = await uploadForText(session, node, formatsFor(node, current === null), file);
    if (made !== null) return made;
  }
  return null;
}
