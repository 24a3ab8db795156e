import type { CardView, PhotoView, ProductView } from '#components/listing/view.ts';
import { type Photo, type PublicListing, photoUrl } from '#contract';
import { link, type View } from '#marketplace/web/view.ts';
import type { ListedProduct } from './models.ts';

/** A phone needs widths 320 and 640; 1280 comes only after a tap, so that the first picture stays under 60 kB. */
function srcset(photo: Photo, ext: 'jpg' | 'webp'): string {
  return `${photoUrl('', photo.hash, 320, ext)} 320w, ${photoUrl('', photo.hash, 640, ext)} 640w`;
}

export function photoView(photo: Photo): PhotoView {
  return {
    src: photoUrl('', photo.hash, 640, 'jpg'),
    srcset: srcset(photo, 'jpg'),
    webp: srcset(photo, 'webp'),
    full: photoUrl('', photo.hash, 1280, 'jpg'),
    width: photo.width,
    height: photo.height,
  };
}

/** What a card shows. With `ownVillage` the page is about that village already, so the card does not name it. */
export function cardView(view: View, listing: ListedProduct, { ownVillage = false } = {}): CardView {
  const [photo] = listing.photos;
  return {
    ...listing,
    place: ownVillage ? null : listing.village.name,
    photo: photo ? photoView(photo) : null,
    href: link(view, `/p/${listing.slug}`),
  };
}

export function productView(listing: PublicListing): ProductView {
  return { ...listing, place: listing.village.name, photos: listing.photos.map(photoView) };
}
