import type { Availability, PackSize, PublicListing, Unit } from '#contract';
import type { PageMember } from '#contract/stations.ts';

/**
 * A photo as an `<img>` wants it. Addresses may be https:, blob: or data:, so that the panel can show a photo that was
 * not sent yet.
 */
export interface PhotoView {
  src: string;
  /** Width and height of the original in px: they keep the photo's place free while it loads. */
  width: number;
  height: number;
  srcset?: string;
  /** The same widths as `srcset`, as WebP. */
  webp?: string;
  /** The largest variant, opened by a tap. */
  full?: string;
}

/** What a card shows. A draft in the panel may still lack its name, price or picture. */
export interface CardView {
  name: string;
  price: number | null;
  /** Null in a preview whose unit is not chosen yet. */
  unit: Unit | null;
  unitWord: string | null;
  packSize: PackSize | null;
  availability: Availability;
  stock: number | null;
  flagship: boolean;
  verified: boolean;
  /** When the village last said that it still has it, where that is long ago; else null. */
  lastChecked: string | null;
  /** "Desa Dagan"; null where the page is already about that village. */
  place: string | null;
  photo: PhotoView | null;
  /** Null in a preview, where there is no page to open yet. */
  href: string | null;
}

/** What the product page shows of the product itself. */
export type ProductView = Omit<CardView, 'photo' | 'href'> &
  Omit<Pick<PublicListing, PageMember>, keyof CardView | 'photos'> & { photos: PhotoView[] };
