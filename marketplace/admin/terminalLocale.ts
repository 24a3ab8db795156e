import { type StoredLocale, storedLocale } from '#contract';

/** The terminal's language where the commands know it, else Indonesian. */
export function terminalLocale(env: Record<string, string | undefined>): StoredLocale {
  return storedLocale((env.LC_ALL || env.LC_MESSAGES || env.LANG || '').slice(0, 2));
}
