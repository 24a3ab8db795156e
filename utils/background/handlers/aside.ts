import { DERIVED, toNote } from '#utils/aside/note.ts';
import type { Background } from '#utils/background/context.ts';
import type { Db } from '#utils/db/db.ts';
import { STORES, type StoreName, VALUES, type ValueName } from '#utils/db/schema.ts';
import type { AsideNote } from '#utils/model/aside.ts';
import { DONE, type HandlersOf } from '#utils/runtime/handlers.ts';

/**
 * The stores that are read to find rows that cannot be read: all but derived ones and photos, which are megabytes. A
 * photo that cannot be read is found when it is needed.
 */
const LOOKED_AT = (Object.keys(STORES) as StoreName[]).filter((store) => store !== 'photos' && !DERIVED.has(store));

export function asideHandlers({ db, broadcast }: Background) {
  /** The popup asks at every opening, so the whole database is read for it once in a worker's life. */
  let looked: Promise<void> | null = null;
  return {
    async 'aside/count'() {
      looked ??= findUnreadable(db).catch((error: unknown) => {
        // A look that failed is no look: the next question tries again.
        looked = null;
        throw error;
      });
      await looked;
      const notes = await notesOf(db);
      const saved = (await db.read(['values'], (tx) => tx.value('asideSaved'))) ?? 0;
      return { all: notes.length, unsaved: notes.filter(({ at }) => at > saved).length };
    },
    async 'aside/list'() {
      await findUnreadable(db);
      return notesOf(db);
    },
    async 'aside/saved'({ newest }) {
      await db.change(['values'], (tx) => tx.setValue('asideSaved', newest));
      broadcast('aside');
      return DONE;
    },
  } satisfies HandlersOf<'aside/count' | 'aside/list' | 'aside/saved'>;
}

/** Reads everything, because a row is only set aside when somebody reads it. */
async function findUnreadable(db: Db): Promise<void> {
  await db.read(LOOKED_AT, async (tx) => {
    for (const store of LOOKED_AT) await tx.all(store);
    for (const name of Object.keys(VALUES) as ValueName[]) await tx.value(name);
  });
}

async function notesOf(db: Db): Promise<AsideNote[]> {
  return (await db.aside()).flatMap((row) => toNote(row) ?? []);
}
