import type { WaitReason } from '#utils/model/outbox.ts';

/** With these reasons a row goes on by itself as soon as the connection or the server is back. */
export const CALM: ReadonlySet<WaitReason> = new Set<WaitReason>(['offline', 'server_down', 'site_down', 'too_many']);

/**
 * These reasons end by themselves or by something done elsewhere, so there is no "again" button: a press would change
 * nothing.
 */
export const NOT_BY_PRESSING: ReadonlySet<WaitReason> = new Set<WaitReason>([
  'rejected',
  'edited_by_hand',
  'by_hand',
  'press_to_write',
  'look_first',
  'form_changed',
  'not_connected',
  'village_unknown',
  'village_waiting',
  'update_needed',
]);

/** Reasons that a person gets past by writing the article: a page that is not known, a field that only a person can fill. */
export const GOES_BY_HAND: ReadonlySet<WaitReason | null> = new Set([
  'markup_changed',
  'field_required',
  'form_changed',
  'look_first',
  'press_to_write',
]);
