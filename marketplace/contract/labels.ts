import { LOCALES, type Locale } from './i18n/locales.ts';
import { SHARED } from './i18n/shared.ts';
import {
  AVAILABILITIES,
  type Availability,
  CATEGORIES,
  type Category,
  MEASURES,
  type PackSize,
  UNITS,
  type Unit,
} from './listing.ts';

/** A word for each of `names`, in every language. */
function labelled<N extends string>(
  names: readonly N[],
  word: (name: N, locale: Locale) => string,
): Record<Locale, Record<N, string>> {
  const of = (locale: Locale) => Object.fromEntries(names.map((name) => [name, word(name, locale)]));
  return Object.fromEntries(LOCALES.map((locale) => [locale, of(locale)])) as Record<Locale, Record<N, string>>;
}

export const AVAILABILITY_LABELS: Record<Locale, Record<Availability, string>> = labelled(
  AVAILABILITIES,
  (name, locale) => SHARED[locale](`availability_${name}`),
);
export const CATEGORY_LABELS: Record<Locale, Record<Category, string>> = labelled(CATEGORIES, (name, locale) =>
  SHARED[locale](`category_${name}`),
);
/** Units keep their Indonesian word (buyers know it); English adds the number where the word hides one. */
export const UNIT_LABELS: Record<Locale, Record<Unit, string>> = labelled(UNITS, (name, locale) =>
  SHARED[locale](`unit_${name}`),
);
export const MEASURE_LABELS: Record<Locale, Record<PackSize['measure'], string>> = labelled(MEASURES, (name, locale) =>
  SHARED[locale](`measure_${name}`),
);
