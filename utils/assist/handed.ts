import type { Db } from '#utils/db/db.ts';
import type { Handed } from '#utils/model/handed.ts';

/** What is known of the cards that persons are to save. */
export async function allHanded(db: Db): Promise<Record<string, Handed>> {
  return (await db.read(['values'], (tx) => tx.value('handed'))) ?? {};
}

/** Keeps what is known of one card; null forgets it. */
export async function keepHanded(db: Db, id: string, handed: Handed | null): Promise<void> {
  await db.change(['values'], async (tx) => {
    const { [id]: _, ...others } = (await tx.value('handed')) ?? {};
    await tx.setValue('handed', handed === null ? others : { ...others, [id]: handed });
  });
}
