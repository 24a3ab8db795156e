import { linkReasonText } from '#components/linkHealth/linkReason.ts';
import { hasWord, t } from '#utils/i18n/t.ts';
import type { OutboxListing } from '#utils/model/outbox.ts';

/** A word of a program's, such as `rest_cannot_edit` or `node/5/edit`: it says nothing to a person. */
const CODE = /^(?=.*[_./])[\w./-]+$|^(?:status|timeout|unreachable|invalid)$/;

/**
 * Why a row waits, in one sentence: that of the reason together with its detail where there is one, else the reason's
 * own with the CMS's words under it. `text` is null for a row that waits for nothing.
 */
export function whyWaiting({ reason, detail }: Pick<OutboxListing, 'reason' | 'detail'>): {
  text: string | null;
  detail: string | null;
} {
  // The marketplace's codes say nothing to a person, so one without words of its own is left out.
  if (reason === 'proof_failed') return { text: linkReasonText(detail) ?? t('reason_proof_failed'), detail: null };
  if (reason === 'field_required') return { text: t('reason_field_required', detail ?? ''), detail: null };
  const own = `reason_${reason}_${detail}`;
  if (detail !== null && hasWord(own)) return { text: t(own), detail: null };
  const key = `reason_${reason}`;
  return { text: hasWord(key) ? t(key) : null, detail: detailOf(reason, detail) };
}

function detailOf(reason: OutboxListing['reason'], detail: string | null): string | null {
  if (reason === null || detail === null) return null;
  if (reason === 'markup_changed') return t('hand_not_found', detail);
  return CODE.test(detail) ? null : t('reason_detail', detail);
}
