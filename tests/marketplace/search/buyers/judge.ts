import type { Good } from './goods.ts';
import type { JudgedQuery, Wanted } from './judged.ts';
import { VILLAGES } from './villages.ts';

/** How many of the first results count. */
const FIRST = 5;

export interface Verdict {
  query: string;
  /** From 0 to 1. */
  recallAt5: number;
  firstRelated: boolean;
  /** The kind and name of each of the first five. */
  shown: string[];
  why?: string;
}

export interface Judgement {
  verdicts: Verdict[];
  meanRecallAt5: number;
  /** The queries whose first result is not a right one. */
  unrelatedFirst: number;
}

/** A good that says the place in its name counts as of the place: "Blangkon Banyumas" is what such a buyer looks for. */
function isOfPlace(good: Good, place: string): boolean {
  const village = VILLAGES[good.village];
  if (village === undefined) return false;
  const { name, kecamatan, kabupaten } = village;
  return [name, kecamatan, kabupaten].includes(place) || good.name.toLowerCase().includes(place.toLowerCase());
}

function meets(good: Good, { kinds, place, producer, word }: Wanted): boolean {
  return (
    (kinds === undefined || kinds.has(good.kind)) &&
    (place === undefined || isOfPlace(good, place)) &&
    (producer === undefined || good.producerName === producer) &&
    (word === undefined || good.name.toLowerCase().includes(word))
  );
}

/** Whether a good is a right answer; no good is where the market has no such thing. */
export function isRight(good: Good, { wanted }: JudgedQuery): boolean {
  return wanted !== 'none' && meets(good, wanted);
}

/**
 * The right ones among the first five, of as many as could stand there. Where nothing is right, nothing shown is all and
 * anything shown is nothing.
 */
export function recallAt5(results: readonly Good[], query: JudgedQuery, market: readonly Good[]): number {
  if (query.wanted === 'none') return results.length === 0 ? 1 : 0;
  const possible = Math.min(FIRST, market.filter((good) => isRight(good, query)).length);
  const found = new Set(results.slice(0, FIRST).filter((good) => isRight(good, query))).size;
  return possible === 0 ? 1 : found / possible;
}

/** Whether what comes first is a right one; where the market has no such thing, nothing may come first. */
export function isFirstRelated(results: readonly Good[], query: JudgedQuery): boolean {
  const [first] = results;
  if (first === undefined) return query.wanted === 'none';
  return isRight(first, query);
}

/**
 * Judges a search over a set of queries. `search` gives the goods that the page shows as the answer, best first, or none
 * where it says that nothing was found, whatever it offers instead below that.
 */
export async function judge(
  queries: readonly JudgedQuery[],
  market: readonly Good[],
  search: (query: string) => Promise<readonly Good[]> | readonly Good[],
): Promise<Judgement> {
  const verdicts: Verdict[] = [];
  for (const query of queries) {
    const results = await search(query.query);
    verdicts.push({
      query: query.query,
      recallAt5: recallAt5(results, query, market),
      firstRelated: isFirstRelated(results, query),
      shown: results.slice(0, FIRST).map((good) => `${good.kind}: ${good.name}`),
      ...(query.why !== undefined && { why: query.why }),
    });
  }
  const sum = verdicts.reduce((total, verdict) => total + verdict.recallAt5, 0);
  return {
    verdicts,
    meanRecallAt5: verdicts.length === 0 ? 0 : sum / verdicts.length,
    unrelatedFirst: verdicts.filter((verdict) => !verdict.firstRelated).length,
  };
}

/** The failing queries to print, one a line; with `secret` only how many fail, so that held-out queries stay unread. */
export function failures({ verdicts, meanRecallAt5, unrelatedFirst }: Judgement, secret = false): string {
  const failing = verdicts.filter((verdict) => verdict.recallAt5 < 1 || !verdict.firstRelated);
  const head =
    `${verdicts.length} queries: recall@5 ${meanRecallAt5.toFixed(3)}, ` +
    `${unrelatedFirst} unrelated first, ${failing.length} not perfect`;
  if (secret) return head;
  const lines = failing.map(({ query, recallAt5: recall, firstRelated, shown, why }) =>
    [`${recall.toFixed(2)}${firstRelated ? '' : ' FIRST'} "${query}"`, shown.join(' · ') || 'nothing', why]
      .filter(Boolean)
      .join(' | '),
  );
  return [head, ...lines].join('\n');
}
