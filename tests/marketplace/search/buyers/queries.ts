import { type JudgedQuery, readQueries } from './judged.ts';
import { GROUPS } from './queries/groups.ts';
import { HEADS } from './queries/heads.ts';
import { PLACES } from './queries/places.ts';
import { TONGUES } from './queries/tongues.ts';
import { TYPOS } from './queries/typos.ts';
import { WORDS } from './queries/words.ts';

/** The queries by theme, for whoever mends the search to read. */
export const THEMES: Record<string, JudgedQuery[]> = {
  heads: readQueries(HEADS),
  words: readQueries(WORDS),
  typos: readQueries(TYPOS),
  tongues: readQueries(TONGUES),
  places: readQueries(PLACES),
  groups: readQueries(GROUPS),
};

export const QUERIES: readonly JudgedQuery[] = Object.values(THEMES).flat();
