import type { Availability, PackSize, PublicListing, Unit } from '#contract';
import type { PageMember } from '#contract/stations.ts';

/** A picture as an `<img>` wants it; addresses may be https:, blob: or data:, so the panel can show what is not sent yet. */
export interface PhotoView {
  src: string;
  /** Pixels of the original: they keep the place free while it loads. */
  width: number;
  height: number;
  srcset?: string;
  /** The same sizes as WebP. */
  webp?: string;
  /** The largest variant, opened by a tap. */
  full?: string;
}

/** What a card shows. A draft in the panel may still lack its name, price or picture. */
export interface CardView {
  name: string;
  price: number | null;
  unit: Unit;
  packSize: PackSize | null;
  availability: Availability;
  stock: number | null;
  flagship: boolean;
  verified: boolean;
  /** "Desa Dagan"; null where the page is already about that village. */
  place: string | null;
  photo: PhotoView | null;
  /** Null in a preview: nothing to open yet. */
  href: string | null;
}

/** What the product page shows of the product itself. */
export type ProductView = Omit<CardView, 'photo' | 'href'> &
  Omit<Pick<PublicListing, PageMember>, keyof CardView | 'photos'> & { photos: PhotoView[] };
