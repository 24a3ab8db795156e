import type { Locale } from '#contract';
import { en } from './en.ts';
import { id, type Words } from './id.ts';

export type { Words } from './id.ts';
export const WORDS: Record<Locale, Words> = { id, en };
