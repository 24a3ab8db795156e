import { LANGUAGES, type Locale } from './locales.ts';

/** One language of one surface: key → text. `$1`, `$2` … are filled in; a form for one stands under `<key>__one`. */
export type Texts = Readonly<Record<string, string>>;
export type Value = string | number;

/** How many blanks each text has, where it has any; `npm run words` writes it from the Indonesian files. */
type BlanksOf = Partial<Record<string, number>>;
type Tuple<N, T extends Value[] = []> = T['length'] extends N ? T : Tuple<N, [...T, Value]>;
type ValuesOf<B extends object, K> = K extends keyof B ? Tuple<B[K]> : [];

/** Exactly the values that `K` has blanks for; of several keys, what fits every one. */
export type Values<B extends object, K> = (K extends K ? (values: ValuesOf<B, K>) => void : never) extends (
  values: infer V extends Value[],
) => void
  ? V
  : never;

/** The keys of a file of words: a form for one is no key of its own. */
export type KeyOf<Words> = Exclude<keyof Words & string, `${string}__${string}`>;
/** The keys whose texts have no blanks. */
export type PlainKey<K extends string, B extends object> = Exclude<K, keyof B>;

/** A missing value, one too many, or a key that is in no file does not compile. */
export type Translate<K extends string, B extends object> = <One extends K>(
  key: One,
  ...values: Values<B, One>
) => string;

/**
 * The text of `key` with its blanks filled. The first number among the values is what is counted: with it the form for
 * one is taken, in a language that has one. A key that is in no file is shown itself; tests keep the files whole.
 */
export function say(texts: Texts, locale: Locale, key: string, values: readonly Value[]): string {
  if (values.length === 0) return texts[key] ?? key;
  const count = values.find((value) => typeof value === 'number');
  const form = count !== undefined && LANGUAGES[locale].plural(count) === 'one' ? texts[`${key}__one`] : undefined;
  const text = form ?? texts[key] ?? key;
  return text.replace(/\$(\d)/g, (whole, digit: string) => String(values[Number(digit) - 1] ?? whole));
}

/** `t` of one surface in one language. */
export function translator<K extends string, B extends BlanksOf>(texts: Texts, locale: Locale): Translate<K, B> {
  return (key, ...values) => say(texts, locale, key, values);
}
