import type { AppError } from '#utils/appError.ts';
import { hasWord, t } from '#utils/i18n/t.ts';

/** What happened and what to do next, for every code the background may answer with. */
export function errorText(error: AppError): string {
  const key = `error_${error.code}`;
  // Who is told to wait is told how long.
  const minutes = Math.ceil((error.retryAfterSeconds ?? 0) / 60);
  if (error.code === 'too_many' && minutes > 0) return t('error_too_many_minutes', minutes);
  return t(hasWord(key) ? key : 'error_internal');
}
