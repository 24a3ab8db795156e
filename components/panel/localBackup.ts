import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { Draft } from '#utils/model/draft.ts';

/**
 * A backup copy of a draft whose save may be lost: a message to a sleeping background is dropped when the page that sent it
 * goes before the background is awake, while the browser itself takes a write to `storage` at once. It is no second home
 * of drafts: it is gone as soon as the background has said that it holds the words.
 */
const Spare = z.object({ at: z.number(), draft: Draft });

const keyOf = (id: string): string => `spareDraft:${id}`;

/** Never throws: the save itself is under way beside it. */
export async function keepBackup(draft: Draft): Promise<void> {
  await quietly(() => browser.storage.local.set({ [keyOf(draft.id)]: { at: Date.now(), draft } }));
}

export async function dropBackup(id: string): Promise<void> {
  await quietly(() => browser.storage.local.remove(keyOf(id)));
}

/** What was typed after `stored` was saved, if its own save was lost; null otherwise. */
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

async function quietly<T>(signed: () => Promise<T>): Promise<T | null> {
  try {
    return await signed();
  } catch {
    return null;
  }
}
