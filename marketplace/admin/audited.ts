import type { AuditAction } from '#marketplace/operators/audit.ts';

/**
 * What a command does, for the log of what was done, and how many of its words say to what. The commands about operators
 * write their own line; the others change nothing.
 */
export const AUDITED: Readonly<Record<string, { action: AuditAction; words: number }>> = {
  invite: { action: 'village_invited', words: 1 },
  site: { action: 'site_added', words: 2 },
  refuse: { action: 'site_refused', words: 2 },
  approve: { action: 'village_approved', words: 1 },
  block: { action: 'village_suspended', words: 1 },
  // Its word is the whole table.
  profiles: { action: 'profiles_imported', words: 0 },
  revoke: { action: 'device_revoked', words: 2 },
  hide: { action: 'listing_hidden', words: 1 },
  show: { action: 'listing_shown', words: 1 },
  handled: { action: 'reports_closed', words: 1 },
  look: { action: 'link_looked_at', words: 1 },
  offer: { action: 'recipe_offered', words: 2 },
  unoffer: { action: 'recipe_withdrawn', words: 1 },
};
