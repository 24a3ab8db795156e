import { LOCALES, type Locale } from '#contract';
import type id from './words/canned.id.json';

/** Replies ready to send. They go to the buyer, so they keep their language whatever the popup's is. */
export interface Canned {
  id: string;
  /** Whose they are: the village's own, or ours in a language. */
  group: 'own' | Locale;
  text: string;
}

type ReplyKey = keyof typeof id;
/** `./words/canned.<locale>.json` of every language that has one, bundled. */
const FILES = import.meta.glob<Record<ReplyKey, string>>('./words/canned.*.json', { eager: true, import: 'default' });

/** Whether replies are shown that no native speaker has read yet; the other Javanese ones are those of 0.1.0. */
const SHOWS_UNCHECKED = false;
const UNCHECKED: Partial<Record<Locale, readonly ReplyKey[]>> = { jv: ['pickup'] };

/** Titles before a name: a buyer who already writes one does not get another. */
const HONORIFIC = /^(?:bp|bapak|pak|pakde|ibu|bu|bude|mas|mbak|mba|kak|kang|mbah|toko|warung|ud|cv|pt|koperasi)\b/i;

/** All replies with the blanks filled in; blanks a village writes in its own replies are filled too. */
export function cannedReplies(
  ownReplies: string[],
  blanks: { buyer: string | null; product: string; price: string },
): Canned[] {
  const fill = (text: string) =>
    (HONORIFIC.test(blanks.buyer ?? '') ? text.replaceAll('Kak {pembeli}', '{pembeli}') : text)
      .replace(/(, Kak|,| Kak)? ?\{pembeli\}/g, (whole) =>
        blanks.buyer === null ? '' : whole.replace('{pembeli}', () => blanks.buyer ?? ''),
      )
      .replaceAll('{produk}', () => blanks.product)
      .replaceAll('{harga}', () => blanks.price);
  const own = ownReplies.map((text, index) => ({ id: `own_${index}`, group: 'own' as const, text: fill(text) }));
  return [...own, ...LOCALES.flatMap((locale) => ours(locale).map((reply) => ({ ...reply, text: fill(reply.text) })))];
}

/** Our replies in a language, with their blanks. */
function ours(group: Locale): Canned[] {
  const hidden = SHOWS_UNCHECKED ? [] : (UNCHECKED[group] ?? []);
  return Object.entries(FILES[`./words/canned.${group}.json`] ?? {})
    .filter(([key]) => !hidden.some((one) => one === key))
    .map(([key, text]) => ({ id: `${group}_${key}`, group, text }));
}
