import type { AppError } from '#utils/appError.ts';
import { hasWord, t } from '#utils/i18n/t.ts';

/** What happened and what to do next, for every code the background may answer with. */
export function errorText(error: AppError): string {
  const key = `error_${error.code}`;
  return t(hasWord(key) ? key : 'error_internal');
}
