import type { Locale } from '#contract';
import { dayText } from '#contract/format.ts';

/** `November 2026` of `2026-11`. */
export const monthName = (month: string, locale: Locale): string => dayText(`${month}-01`, locale).replace(/^\S+ /, '');
