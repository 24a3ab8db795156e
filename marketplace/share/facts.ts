import type { PublicListing } from '#contract';
import { AVAILABILITY_LABELS } from '#contract';
import { isSoldOut, rupiah, unitText } from '#contract/format.ts';
import type { ListingCard } from '#marketplace/listings/service.ts';
import { sha256 } from '#marketplace/sha256.ts';
import { placeText } from '#marketplace/web/place.ts';
import { hostOf, link, type View } from '#marketplace/web/view.ts';
import { SHARE } from '#marketplace/words/index.ts';
import { type CardText, SHAPES, type ShapeName } from './shapes.ts';

/** Goes up when the drawing changes, so that every picture gets a new address. */
const DRAWING = 2;
const MOST_PHOTOS = 3;
/** As many products as stand on a village's first page: its picture is made of the same. */
export const VILLAGE_PRODUCTS = 20;

/** All that a picture is drawn from. Made of public data alone, so it holds no phone number. */
export interface Card {
  /** The folder of its address. */
  folder: string;
  text: CardText;
  /** Hashes of photos. */
  photos: string[];
}

/** The picture of a product. Of a withdrawn one it says only that. */
export function productCard(view: View, listing: PublicListing): Card {
  const { locale } = view;
  const isGone = listing.state === 'withdrawn';
  const soldOut = isSoldOut(listing) ? AVAILABILITY_LABELS[locale].habis : '';
  return {
    folder: `/og/${listing.id}`,
    text: {
      head: listing.village.name,
      title: listing.name,
      price: isGone ? '' : rupiah(listing.price, locale),
      unit: isGone ? '' : `/ ${unitText(listing, locale)}`,
      ribbon: isGone ? SHARE[locale]('pictureGone') : soldOut,
      foot: isGone ? hostOf(view.baseUrl) : footOf(view),
    },
    photos: listing.photos.slice(0, 1).map((photo) => photo.hash),
  };
}

/** The picture of a village: its name, where it is, and what stands first on its page. */
export function villageCard(
  view: View,
  village: { slug: string; name: string; district: string | null; regency: string | null },
  listings: Pick<ListingCard, 'name' | 'photos' | 'flagship'>[],
): Card {
  const flagship = listings.find((listing) => listing.flagship);
  return {
    folder: `/og/desa/${village.slug}`,
    text: {
      head: view.t('tagline'),
      title: village.name,
      price: '',
      unit: [placeText(view, village), flagship && SHARE[view.locale]('villageUnit', flagship.name)]
        .filter(Boolean)
        .join(' · '),
      ribbon: '',
      foot: footOf(view),
    },
    photos: listings.flatMap((listing) => listing.photos.slice(0, 1).map((photo) => photo.hash)).slice(0, MOST_PHOTOS),
  };
}

const footOf = (view: View): string => SHARE[view.locale]('pictureFoot', hostOf(view.baseUrl));

/** The same for the same content, another one as soon as anything in the picture is another. */
export function versionOf({ text, photos }: Card): string {
  return sha256(JSON.stringify([DRAWING, text, photos]), 'base64url').slice(0, 12);
}

/** Where a picture is had. It never changes under its address: new content has a new one. */
export function picturePath(view: Pick<View, 'locale'>, card: Card, shape: ShapeName = 'og'): string {
  const end = shape === 'og' ? '' : `.${shape}`;
  return link(view, `${card.folder}/${versionOf(card)}${end}.jpg`);
}

/** The picture that a page names for previews, with the words that stand in it. */
export function previewOf(view: View, card: Card): { url: string; width: number; height: number; alt: string } {
  const { head, title, price, ribbon } = card.text;
  const { width, height } = SHAPES.og;
  const alt = [title, price, ribbon, head].filter((part) => part !== '').join(', ');
  return { url: view.baseUrl + picturePath(view, card), width, height, alt };
}
