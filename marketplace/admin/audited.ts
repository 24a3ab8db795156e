import type { AuditAction } from '#marketplace/operators/audit.ts';

/** What a command does, for the log of what was done; its first word is what it was done to. Others change nothing. */
export const AUDITED: Readonly<Record<string, AuditAction>> = {
  invite: 'village_invited',
  site: 'site_added',
  refuse: 'site_refused',
  approve: 'village_approved',
  block: 'village_suspended',
  revoke: 'device_revoked',
  hide: 'listing_hidden',
  show: 'listing_shown',
  handled: 'reports_closed',
  offer: 'recipe_offered',
  unoffer: 'recipe_withdrawn',
  operator: 'operator_added',
  'operator-end': 'operator_ended',
};
