import { linkReasonText } from '#components/linkHealth/linkReason.ts';
import { hasWord, t } from '#utils/i18n/t.ts';
import type { OutboxListing, WaitReason } from '#utils/model/outbox.ts';

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
  'not_connected',
  'village_unknown',
  'village_waiting',
]);

/** Why a row waits and what to do, in one sentence; null while it does not wait. */
export function whyText({ reason, detail }: Pick<OutboxListing, 'reason' | 'detail'>): string | null {
  if (reason === null) return null;
  if (reason === 'proof_failed') return linkReasonText(detail) ?? t('reason_proof_failed');
  const key = `reason_${reason}`;
  return hasWord(key) ? t(key) : null;
}

/** The site's own words, where they help; the marketplace's codes help nobody. */
export function detailText({ reason, detail }: Pick<OutboxListing, 'reason' | 'detail'>): string | null {
  if (reason === null || detail === null || reason === 'proof_failed') return null;
  return t(reason === 'markup_changed' ? 'hand_not_found' : 'reason_detail', detail);
}
