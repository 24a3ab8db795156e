import { type FormHere, handOver, readForm } from './formHere.ts';
import { type HowShown, howShown } from './howShown.ts';
import { assistContext } from './page.ts';
import { cardHere, searchCard } from './search.ts';
import { differsFromStranger, offersSignOut } from './stranger.ts';

declare global {
  /** The listing whose card was put into this very document. Another document has none of it. */
  var dodolanHanded: string | undefined;
}

/** A picture as it comes from the background, and what makes a file of it. */
interface Packed {
  type: string;
  base64: string;
  fileName: string;
}
type ToFile = (packed: Packed) => Promise<File | null>;

/** What the background asks of a page where a person writes. JSON without null, which Chromium takes out on the way. */
export type AssistQuestion =
  | { name: 'form' }
  | { name: 'differs' }
  | { name: 'signsOut' }
  | { name: 'shown'; siteUrl: string }
  | { name: 'give'; id: string; title: string; picture?: Packed; pictureUrl?: string }
  | { name: 'look'; id: string; siteUrl: string; link: string; title: string };

/** What became of a card, as far as this page and a stranger's view of the site tell. */
export interface Seen {
  /** The card was put into this document, which has not been left since. */
  isSame: boolean;
  here: 'form' | 'listed' | null;
  /** Null where no stranger finds it; absent where the site could not be read. */
  found?: { url: string; holds: 'linked' | 'mentioned' } | null;
}

export interface AssistAnswers {
  form: FormHere;
  /** Null where it cannot be told now. */
  differs: boolean | null;
  signsOut: boolean;
  shown: HowShown;
  give: { title: boolean; picture: boolean };
  look: Seen;
}

const ANSWERS: {
  [N in AssistQuestion['name']]: (
    question: AssistQuestion & { name: N },
    document: Document,
    toFile: ToFile,
  ) => Promise<AssistAnswers[N]>;
} = {
  form: async (_, document) => readForm(document),
  differs: (_, document) => differsFromStranger(document, globalThis.fetch.bind(globalThis)),
  signsOut: async (_, document) => offersSignOut(document),
  shown: ({ siteUrl }, document) => howShown(assistContext(document, siteUrl), siteUrl).catch(() => 'unknown'),
  async give({ id, title, picture, pictureUrl = null }, document, toFile) {
    globalThis.dodolanHanded = id;
    const file = picture === undefined ? null : await toFile(picture);
    return handOver(document, { title, picture: file, pictureUrl });
  },
  async look({ id, siteUrl, link, title }, document) {
    const seen = { isSame: globalThis.dodolanHanded === id, here: cardHere(document, { link, title }) };
    try {
      const article = await searchCard(assistContext(document, siteUrl), siteUrl, { link, title });
      const isThere = article !== null && article.holds !== 'bare';
      return { ...seen, found: isThere ? { url: article.url, holds: article.holds as 'linked' | 'mentioned' } : null };
    } catch {
      return seen;
    }
  },
};

export function answerAssist<N extends AssistQuestion['name']>(
  question: AssistQuestion & { name: N },
  document: Document,
  toFile: ToFile,
): Promise<AssistAnswers[N]> {
  return ANSWERS[question.name as N](question, document, toFile);
}
