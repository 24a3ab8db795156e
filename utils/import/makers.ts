import { Producer } from '#contract';
import { readPhone } from '#contract/phone.ts';
import type { Db } from '#utils/db/db.ts';
import { villageOf } from '#utils/drafts/village.ts';
import { BOOK_STORES, findMaker } from '#utils/makers/book.ts';
import { newMaker } from '#utils/makers/remember.ts';
import type { MakerNames } from '#utils/model/maker.ts';

export type MakerTaken = 'new' | 'known' | 'unreadable';

/**
 * Puts people of a site's own table into the address book of the draft's village. Nobody has asked them yet, so the rows stay
 * on this device until somebody does; who is in the book already stays as they are.
 */
export async function takeMakers(
  db: Db,
  draftId: string,
  people: readonly MakerNames[],
  now: number,
): Promise<MakerTaken[]> {
  const village = await villageOf(db, draftId);
  return db.change(BOOK_STORES, async (tx) => {
    const ends: MakerTaken[] = [];
    for (const { name, phone } of people) {
      const names = { name: name.trim(), phone: readPhone(phone) ?? '' };
      // A number in the name would be read by everybody.
      const isFit = Producer.shape.name.safeParse(names.name).success && names.phone !== '' && readPhone(name) === null;
      const known = isFit ? await findMaker(tx, village, names) : undefined;
      if (isFit && known === undefined) await tx.put('makers', await newMaker(tx, village, names, now));
      ends.push(isFit ? (known === undefined ? 'new' : 'known') : 'unreadable');
    }
    return ends;
  });
}
