import en from '#contract/words/shared.en.json' with { type: 'json' };
import id from '#contract/words/shared.id.json' with { type: 'json' };
import jv from '#contract/words/shared.jv.json' with { type: 'json' };

/** The words that both halves say: labels, dates, lengths of time, and the card and product page that both draw. */
export type SharedWords = Record<keyof typeof id, string>;

interface Language {
  /** Its own name for itself: who needs it cannot read another. */
  name: string;
  /** As link previews name it (Open Graph). */
  region: string;
  /** The marks of a number, and between hours and minutes. */
  marks: { thousands: string; decimal: string; clock: string };
  /** Which form of a text goes with a count: `one` is the text under `<key>__one`. */
  plural: (count: number) => 'one' | 'other';
  /** A native speaker has read it. What nobody has read is offered only where an operator asks for it. */
  isChecked: boolean;
  shared: SharedWords & Record<string, string>;
}

const never = () => 'other' as const;
const INDONESIAN_MARKS = { thousands: '.', decimal: ',', clock: '.' };

/** Every language of the user interface, the first one first. A language is added here and by its files of words. */
export const LANGUAGES = {
  id: {
    name: 'Bahasa Indonesia',
    region: 'id_ID',
    marks: INDONESIAN_MARKS,
    plural: never,
    isChecked: true,
    shared: id,
  },
  en: {
    name: 'English',
    region: 'en_GB',
    marks: { thousands: ',', decimal: '.', clock: ':' },
    plural: (count) => (count === 1 ? 'one' : 'other'),
    isChecked: true,
    shared: en,
  },
  jv: {
    name: 'Basa Jawa',
    region: 'jv_ID',
    marks: INDONESIAN_MARKS,
    plural: never,
    isChecked: false,
    shared: jv,
  },
} satisfies Record<string, Language>;

export type Locale = keyof typeof LANGUAGES;
export const LOCALES = Object.keys(LANGUAGES) as Locale[];
export const DEFAULT_LOCALE = 'id' satisfies Locale;
export const CHECKED_LOCALES = LOCALES.filter((locale) => LANGUAGES[locale].isChecked);

/**
 * What is stored or crosses a border: never longer, because version 0.1.0 reads these rows too and knows no other value.
 * A newer language travels in an optional member of its own.
 */
export const STORED_LOCALES = ['id', 'en'] as const satisfies readonly Locale[];
export type StoredLocale = (typeof STORED_LOCALES)[number];

/** The one of `known` that was asked for; Indonesian for anything else. */
export function readLocale<L extends Locale>(asked: unknown, known: readonly L[]): L | typeof DEFAULT_LOCALE {
  return known.find((locale) => locale === asked) ?? DEFAULT_LOCALE;
}

/** The language as 0.1.0 knows it: Indonesian for one that it does not. */
export const storedLocale = (asked: unknown): StoredLocale => readLocale(asked, STORED_LOCALES);
