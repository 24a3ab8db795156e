/**
 * Control characters (tab and line ends may stay), and marks that reorder what a reader sees. They are refused, because
 * taking them away would leave another text than the sender saw.
 */
export const REFUSED = /[^\P{Cc}\t\n\r]|[^\P{Bidi_Control}\u061c\u200e\u200f]/u;

/** What a variation selector and a joiner need in front of them: something to be seen, and no Latin letter or digit. */
const BASE = String.raw`[^\s\p{Default_Ignorable_Code_Point}\p{Script=Latin}]`;
const JOINED = String.raw`[^\s\p{Default_Ignorable_Code_Point}\p{Script=Latin}\p{Nd}]`;
/** Emoji are put together with selectors and joiners, and some scripts are joined by them: there they mean something. */
const MEANT = String.raw`(?<=${BASE})[\ufe00-\ufe0f]|(?<=${JOINED}\ufe0f?)[\u200c\u200d](?=${JOINED})`;
/**
 * Characters that nobody sees, wherever they come from (a word processor, another web page, somebody who hides
 * something). They are taken away without a word, because nobody could find them to correct them.
 */
const UNSEEN = new RegExp(
  String.raw`(?!${MEANT}|${REFUSED.source})[\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\ufff9-\ufffb]`,
  'gu',
);

/**
 * A text as every part of Dodolan stores and compares it: half an emoji becomes U+FFFD, as it does in UTF-8, and unseen
 * characters are gone. Doing it twice changes nothing more.
 */
export function wellFormed(text: string): string {
  return text.toWellFormed().replace(UNSEEN, '');
}
