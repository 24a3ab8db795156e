import { hasWord, t } from '#utils/i18n/t.ts';

/** Why the marketplace did not see the link, and what to do; null for a reason that this version has no words for. */
export function linkReasonText(reason: string | null | undefined): string | null {
  const key = `link_${reason}`;
  return hasWord(key) ? t(key) : null;
}
