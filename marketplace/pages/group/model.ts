import { isSoldOut } from '#contract/format.ts';
import type { Group, GroupOffer } from '#marketplace/groups/read.ts';
import type { ListingCard } from '#marketplace/listings/service.ts';
import type { FormIssue, InquiryForm } from '#marketplace/pages/inquiryForm.ts';

/** A village's place, by its id: a card names only the village. */
export type Places = ReadonlyMap<string, { slug: string; district: string | null; regency: string | null }>;

/** What became of a press that did not reach every village. */
export interface SentPart {
  /** The buyer's page of answers; null when nothing was sent. */
  path: string | null;
  sent: string[];
  /** By village, with the sentence that says why. */
  unsent: { village: string; why: string }[];
  /** Pressing once more may reach the rest. */
  canAgain: boolean;
}

/** The form to several villages: what was typed, and which were ticked (ids of listings). */
export interface BulkForm extends InquiryForm {
  chosen: string[];
  /** The unit that stood beside the field of the price (`unitKey`); empty where the page had no such field. */
  unit: string;
}

/** The page of one product, as plain data. */
export interface GroupPageData {
  group: Group;
  /** The offers of this page, and where the next one begins. */
  shown: GroupOffer[];
  next: string | null;
  /** Where this page begins; null for the first. */
  after: string | null;
  places: Places;
  /** True when the address names a place where nothing is sold, so that all villages stand here. */
  isPlaceUnread?: boolean;
  form: BulkForm;
  issues: FormIssue[];
  part: SentPart | null;
}

/** Two listings with the same key are sold in the same unit, so one price can be offered for both. */
export const unitKey = (listing: Pick<ListingCard, 'unit' | 'unitWord' | 'packSize'>): string =>
  [listing.unit, listing.unitWord, listing.packSize?.amount, listing.packSize?.measure].join('|');

/** The unit that most villages sell in, of at least two or of the only one; null where no two agree. `isAll`: every one sells in it. */
export function commonUnit(offers: readonly GroupOffer[]): { of: ListingCard; isAll: boolean } | null {
  const open = offers.map(({ listing }) => listing).filter((listing) => !isSoldOut(listing));
  const byUnit = [...Map.groupBy(open, unitKey).values()].toSorted((one, other) => other.length - one.length);
  const [most] = byUnit;
  if (!most?.[0] || (most.length < 2 && open.length > 1)) return null;
  return { of: most[0], isAll: byUnit.length === 1 };
}

/** The name of the village, where there is one alone. */
export const onlyVillage = ({ offers, hasMore }: Group): string | null =>
  offers.length === 1 && !hasMore ? (offers[0]?.listing.village.name ?? null) : null;
