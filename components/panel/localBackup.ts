import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { Draft } from '#utils/model/draft.ts';

/**
 * The local backup of a draft whose save may get lost. The browser drops a message to a sleeping background when the
 * page that sent it closes before the background is awake, but it takes a write to `storage` at once. Drafts do not
 * live here: a backup is deleted as soon as the background has confirmed the save.
 */
const Spare = z.object({ at: z.number(), draft: Draft });

const keyOf = (id: string): string => `spareDraft:${id}`;

/** Writes the backup of a draft. Never throws, because the save itself is under way beside it. */
export async function keepBackup(draft: Draft): Promise<void> {
  await quietly(() => browser.storage.local.set({ [keyOf(draft.id)]: { at: Date.now(), draft } }));
}

export async function dropBackup(id: string): Promise<void> {
  await quietly(() => browser.storage.local.remove(keyOf(id)));
}

/** The backup of a draft that was typed after `stored` was saved, if its own save got lost; null otherwise. */
export async function backupOf(stored: Draft): Promise<Draft | null> {
  const found = await quietly(() => browser.storage.local.get(keyOf(stored.id)));
  const backup = Spare.safeParse(found?.[keyOf(stored.id)]);
  if (!backup.success) return null;
  await dropBackup(stored.id);
  const { at, draft } = backup.data;
  return at > stored.updatedAt
    ? { ...stored, form: draft.form, photos: draft.photos, prefilled: draft.prefilled }
    : null;
}

async function quietly<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch {
    return null;
  }
}
