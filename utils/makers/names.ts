import type { ListingInput } from '#contract';
import { newId } from '#contract/newId.ts';
import { readPhone } from '#contract/phone.ts';
import type { DraftForm } from '#utils/model/draft.ts';
import type { MakerNames, MakerView, StoredMaker } from '#utils/model/maker.ts';
import type { VillageKey } from '#utils/model/site.ts';

/** A name as it is compared: `bu  siti` is Bu Siti. */
const folded = (name: string): string => name.trim().replace(/\s+/g, ' ').toLowerCase();

/** One text for one maker. */
export const makerKey = ({ name, phone }: MakerNames): string => `${phone} ${folded(name)}`;

export function isSameMaker(one: MakerNames, other: MakerNames): boolean {
  return makerKey(one) === makerKey(other);
}

/** The maker that a form names; null while it has no name or no number that can be read. */
export function makerIn({ producerName, producerPhone }: Pick<DraftForm, 'producerName' | 'producerPhone'>) {
  const phone = readPhone(producerPhone);
  return phone === null || folded(producerName) === '' ? null : { name: producerName, phone };
}

export const makerOf = ({ producer: { name, phone } }: Pick<ListingInput, 'producer'>): MakerNames => ({ name, phone });

/** What `consentAt` and `withdrawnAt` come to: the later one counts. */
export function consentOf({
  consentAt,
  withdrawnAt,
}: Pick<StoredMaker, 'consentAt' | 'withdrawnAt'>): MakerView['consent'] {
  if (withdrawnAt !== null && (consentAt ?? 0) <= withdrawnAt) return 'withdrawn';
  return consentAt === null ? 'unasked' : 'given';
}

/**
 * A new maker's id. It follows from village, name and number, so that two devices that hear of the same person at the same
 * time make one row; `taken` says that a maker who was renamed since has it.
 */
export function newMakerId(village: VillageKey | null, names: MakerNames, taken: (id: string) => boolean): string {
  let hash = 0xcbf29ce484222325n; // FNV-1a, 64 bits
  for (const byte of new TextEncoder().encode(`${village} ${makerKey(names)}`))
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  const id = hash.toString(36).padStart(16, '0');
  return taken(id) ? newId() : id;
}

/** True while the marketplace has not heard the newest of a maker. */
export function isOwed({ rev, serverRev, isGone, refused }: StoredMaker): boolean {
  return isGone === true || (rev > serverRev && refused !== rev);
}
