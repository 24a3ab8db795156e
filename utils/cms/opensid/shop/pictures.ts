import { type Picture, smaller, type ToJpeg, toPicture } from '#utils/cms/picture.ts';
import type { ShopItem } from '#utils/cms/shop.ts';

/** Lapak's own limit for a picture, in bytes. */
const BYTES_MAX = 1_000_000;
/**
 * The file name of a picture. It is short, because the names of all of a product's pictures share 225 letters; the
 * server may add letters before and behind it.
 */
const nameOf = ({ print, blob }: Picture): string => `dodolan-${print}.${blob.type === 'image/png' ? 'png' : 'jpg'}`;
const OUR_NAME = /dodolan-[0-9a-z]+\./;
const SLOT = 'input[type="file"][name^="foto_"]';

/**
 * The listing's pictures as Lapak takes them. One over its limit is made smaller; one that it would refuse all the same is
 * left out, because the product matters more.
 */
export async function picturesFor({ images }: ShopItem, toJpeg: ToJpeg): Promise<Picture[]> {
  const made = await Promise.all(
    images.map(async (image) => {
      const picture = await toPicture(image, toJpeg);
      if (picture === null || picture.blob.size <= BYTES_MAX) return picture;
      const blob = await smaller(picture.blob, toJpeg);
      return blob && { ...picture, blob };
    }),
  );
  return made.filter((picture): picture is Picture => picture !== null && picture.blob.size <= BYTES_MAX);
}

/** Puts the pictures into the form's places. A picture that a person put in a place stays there. */
export function placePictures(
  { form, data }: { form: HTMLFormElement; data: FormData },
  stored: string[],
  pictures: Picture[],
): void {
  for (let slot = 1; form.querySelector(`${SLOT}[name="foto_${slot}"]`); slot += 1) {
    const there = stored[slot - 1];
    const wanted = pictures[slot - 1];
    if (there !== undefined && !OUR_NAME.test(there)) continue;
    if (wanted && !there?.includes(wanted.print)) data.set(`foto_${slot}`, wanted.blob, nameOf(wanted));
    else if (!wanted && there !== undefined) data.set(`hapus_foto_${slot}`, 'hapus');
  }
}

/** The same form without any picture of ours in it. */
export function withoutPictures({ form, data }: { form: HTMLFormElement; data: FormData }): void {
  for (const input of form.querySelectorAll(SLOT)) data.set(input.getAttribute('name') ?? '', new Blob([]), '');
}
