import { HEAD_NOUNS, WORDS_AROUND } from './asked/goods.ts';
import { CATEGORIES_ASKED, MAKERS, NOWHERE, PLACES, TWO_GOODS } from './asked/places.ts';
import { DRESSED, TYPOS } from './asked/spelling.ts';
import { ENGLISH, JAVANESE, SAME_GOODS } from './asked/tongues.ts';
import { expectations } from './expectations.ts';

/** The queries by which whoever mends the search may look. */
export const QUERIES = expectations(
  ...[HEAD_NOUNS, WORDS_AROUND, TYPOS, DRESSED, JAVANESE, SAME_GOODS, ENGLISH],
  ...[PLACES, MAKERS, CATEGORIES_ASKED, TWO_GOODS, NOWHERE],
);
