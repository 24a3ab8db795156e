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
  return {
    async 'aside/count'() {
      const notes = await readNotes(db);
      const saved = (await db.read(['values'], (tx) => tx.value('asideSaved'))) ?? 0;
      return { all: notes.length, unsaved: notes.filter(({ at }) => at > saved).length };
    },
    'aside/list': () => readNotes(db),
    async 'aside/saved'({ newest }) {
      await db.change(['values'], (tx) => tx.setValue('asideSaved', newest));
      broadcast('aside');
      return DONE;
    },
  } satisfies HandlersOf<'aside/count' | 'aside/list' | 'aside/saved'>;
}

/** Reads everything once, because a row is only set aside when somebody reads it. */
async function readNotes(db: Db): Promise<AsideNote[]> {
  await db.read(LOOKED_AT, async (tx) => {
    for (const store of LOOKED_AT) await tx.all(store);
    for (const name of Object.keys(VALUES) as ValueName[]) await tx.value(name);
  });
  return (await db.aside()).flatMap((row) => toNote(row) ?? []);
}
