import { dropAhead, readAhead, writeAhead } from '#components/background/writeAhead.ts';
import type { Draft } from '#utils/model/draft.ts';

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
  const kept = await readAhead(keyOf(stored.id));
  // Hardly ever is there one: only then is the code read that looks whether it is whole.
  if (kept === undefined) return null;
  const { Spare } = await import('./spare.ts');
  const backup = Spare.safeParse(kept);
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
