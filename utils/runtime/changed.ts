/** Background → our pages: something that they may show has changed, so they ask again. The message carries no data. */
export const CHANGES = [
  'drafts',
  'listings',
  'outbox',
  'inquiries',
  'sites',
  'connection',
  'settings',
  'makers',
  'recipes',
  'consignments',
  'lesson',
  'aside',
] as const;

export interface Changed {
  changed: (typeof CHANGES)[number];
  id: string | null;
}

/** No zod here: every page of ours hears this, and would carry the whole table of messages to draw its first letter. */
export function isChanged(value: unknown): value is Changed {
  if (typeof value !== 'object' || value === null || !('changed' in value) || !('id' in value)) return false;
  return CHANGES.some((one) => one === value.changed) && (value.id === null || typeof value.id === 'string');
}
