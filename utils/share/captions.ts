import type { StoredLocale } from '#contract';
import { priceText } from '#contract/format.ts';
import { say } from '#contract/i18n/t.ts';
import { maskPhones } from '#contract/phonesInText.ts';
import type { ShareFacts } from '#utils/model/share.ts';
import en from './words/captions.en.json' with { type: 'json' };
import id from './words/captions.id.json' with { type: 'json' };

/** Where a caption goes: each has its own way to be bold, to link and to be found. */
export const NETWORKS = ['whatsapp', 'facebook', 'instagram'] as const;
export type Network = (typeof NETWORKS)[number];

const CAPTIONS = { id, en } as const satisfies Record<StoredLocale, Record<string, string>>;

/** The languages in which there are captions; buyers may read another one than the official. */
export const CAPTION_LOCALES = Object.keys(CAPTIONS) as StoredLocale[];

/** A text to post: name, price, village and the product's lasting address, and never a phone number. */
export function captionOf(network: Network, facts: ShareFacts, locale: StoredLocale): string {
  const village = maskPhones(facts.village);
  const key = facts.isSoldOut ? `${network}_sold_out` : network;
  const values = [maskPhones(facts.name), priceText(facts, locale), village, facts.url, hashtag(village)];
  return say(CAPTIONS[locale], locale, key, values).trim();
}

/** `#desadagan`: the letters and digits of a name; nothing for a name that has none. */
function hashtag(name: string): string {
  const word = name.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}]/gu, '');
  return word === '' ? '' : `#${word.toLowerCase()}`;
}
