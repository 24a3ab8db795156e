import { type ToJpeg, toPicture } from '#utils/cms/picture.ts';
import type { ShopItem } from '#utils/cms/shop.ts';
import { restImage } from '#utils/cms/wordpress/restMedia.ts';
import type { Product } from './shapes.ts';
import type { Shop } from './store.ts';

const OUR_NAME = /\/dodolan-[0-9a-z]+[.-][^/]*$/;

export interface ShopPicture {
  print: string;
  /** Puts it into the media library, if it is not there; null when this site takes none of what we can make of it. */
  upload(): Promise<number | null>;
}

/** The listing's pictures; each is sent only when it is asked for. */
export async function picturesFor(shop: Shop, { images }: ShopItem, toJpeg: ToJpeg): Promise<ShopPicture[]> {
  const made = await Promise.all(images.map(async (image) => ({ image, picture: await toPicture(image, toJpeg) })));
  return made.flatMap(({ image, picture }) => {
    if (picture === null) return [];
    const { blob, print } = picture;
    const fileName = `dodolan-${print}.${blob.type === 'image/png' ? 'png' : 'jpg'}`;
    const upload = async () => {
      const there = await restImage(shop.rest, { blob, fileName, alt: image.alt }, toJpeg);
      return there === null ? null : Number(there.id);
    };
    return [{ print, upload }];
  });
}

/** The gallery with the wanted pictures in the places of ours; what a person put there stays, where it stands. */
export async function galleryFor(there: Product['images'], wanted: ShopPicture[]): Promise<{ id: number }[]> {
  const sent: number[] = [];
  for (const picture of wanted) {
    const id = await picture.upload();
    if (id !== null) sent.push(id);
  }
  const gallery = there.flatMap(({ id, src }) => {
    if (!OUR_NAME.test(src)) return [{ id }];
    const next = sent.shift();
    return next === undefined ? [] : [{ id: next }];
  });
  return [...gallery, ...sent.map((id) => ({ id }))];
}
