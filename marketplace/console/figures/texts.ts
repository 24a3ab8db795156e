import type { Locale } from '#contract';
import { dayText, number } from '#contract/format.ts';

/** `November 2026` of `2026-11`. */
export const monthName = (month: string, locale: Locale): string => dayText(`${month}-01`, locale).replace(/^\S+ /, '');

/** A number with the marks of the language: `1.200`, in English `1,200`. */
export const numberText = (value: number, locale: Locale): string => number(value, locale);
