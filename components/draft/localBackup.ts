import * as z from 'zod/mini';
import { dropAhead, readAhead, writeAhead } from '#components/background/writeAhead.ts';
import { Draft } from '#utils/model/draft.ts';

/** The local backup of a draft: its words as they were typed, until the background has confirmed the save of them. */
const Spare = z.object({ at: z.number(), draft: Draft });

const keyOf = (id: string): string => `spareDraft:${id}`;

export function keepBackup(draft: Draft): void {
  // The clock may have been set back since the draft was stored.
  writeAhead(keyOf(draft.id), { at: Math.max(Date.now(), draft.updatedAt + 1), draft });
}

export function dropBackup({ id }: Draft): void {
  dropAhead(keyOf(id));
}

/** The backup of a draft that was typed after `stored` was saved, if its own save got lost; null otherwise. */
export async function backupOf(stored: Draft): Promise<Draft | null> {
  const backup = Spare.safeParse(await readAhead(keyOf(stored.id)));
  if (!backup.success) return null;
  const { at, draft } = backup.data;
  if (at > stored.updatedAt) {
    const { line: _, template: __, ...others } = stored;
    const { form, photos, prefilled, line, shownIn, template, siteUrl } = draft;
    const more = { ...(line && { line }), ...(shownIn && { shownIn }), ...(template && { template }) };
    // Of a new product the site may have been chosen just before; that of a published one stands.
    return { ...others, form, photos, prefilled, ...more, ...(stored.baseRev === 0 && { siteUrl }) };
  }
  dropBackup(stored);
  return null;
}
