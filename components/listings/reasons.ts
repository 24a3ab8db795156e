import type { WaitReason } from '#utils/model/outbox.ts';

/** These go on by themselves as soon as the line or the server is back. */
export const CALM: ReadonlySet<WaitReason> = new Set<WaitReason>(['offline', 'server_down', 'too_many']);

/** These end by themselves or elsewhere; pressing "again" would only disappoint. */
export const NOT_BY_PRESSING: ReadonlySet<WaitReason> = new Set<WaitReason>([
  'rejected',
  'edited_by_hand',
  'by_hand',
  'not_connected',
  'village_unknown',
  'village_waiting',
]);
