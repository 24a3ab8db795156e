import { type Expectation, isRight, matchesKind } from './expectations.ts';
import type { Good } from './goods.ts';

const FIRST = 5;

/** How one query fared. */
export interface Verdict {
  readonly query: string;
  readonly recallAt5: number;
  readonly isFirstRelated: boolean;
  /** The names of the first five that came. */
  readonly came: readonly string[];
}

/** How a set of queries fared. */
export interface Judgement {
  readonly recallAt5: number;
  /** The queries whose first hit has nothing to do with them. */
  readonly unrelated: readonly string[];
  readonly failing: readonly Verdict[];
}

/**
 * The right ones among the first five, of as many as there could be. Where nothing is wanted, whatever comes as an answer
 * is wrong; goods that a page shows beside "nothing found" are no answer and do not belong into `came`.
 */
export function recallAt5(asked: Expectation, came: readonly Good[], market: readonly Good[]): number {
  if (asked.wanted === 'none') return came.length === 0 ? 1 : 0;
  const possible = Math.min(FIRST, market.filter((good) => isRight(asked.wanted, good)).length);
  const found = new Set(came.slice(0, FIRST).filter((good) => isRight(asked.wanted, good))).size;
  return possible === 0 ? 1 : found / possible;
}

/**
 * Whether the first hit has to do with the query: it is right, or it is the right kind from another place or maker. An empty
 * list leads nobody astray; its recall says what it lacks.
 */
export function isFirstRelated(asked: Expectation, came: readonly Good[]): boolean {
  const first = came[0];
  if (first === undefined) return true;
  if (asked.wanted === 'none' || asked.notFirst.some((kind) => matchesKind(kind, first.kind))) return false;
  const { kinds, category } = asked.wanted;
  return isRight(asked.wanted, first) || isRight({ ...(kinds && { kinds }), ...(category && { category }) }, first);
}

/** Judges a set of queries by what the search answered to each. */
export async function judge(
  asked: readonly Expectation[],
  market: readonly Good[],
  search: (query: string) => Promise<readonly Good[]> | readonly Good[],
): Promise<Judgement> {
  const verdicts: Verdict[] = [];
  for (const one of asked) {
    const came = await search(one.query);
    verdicts.push({
      query: one.query,
      recallAt5: recallAt5(one, came, market),
      isFirstRelated: isFirstRelated(one, came),
      came: came.slice(0, FIRST).map(({ name }) => name),
    });
  }
  const unrelated = verdicts.filter((verdict) => !verdict.isFirstRelated).map(({ query }) => query);
  const sum = verdicts.reduce((total, verdict) => total + verdict.recallAt5, 0);
  const failing = verdicts.filter((verdict) => verdict.recallAt5 < 1 || !verdict.isFirstRelated);
  return { recallAt5: verdicts.length === 0 ? 0 : sum / verdicts.length, unrelated, failing };
}

/** The numbers alone, which is all that may be printed of the queries held out. */
export function measured({ recallAt5: mean, unrelated }: Judgement): string {
  return `recall@5 ${mean.toFixed(3)}, ${unrelated.length} unrelated first`;
}

/** The numbers and the failing queries as lines to read, the worst first. */
export function told(judgement: Judgement): string {
  const lines = judgement.failing
    .toSorted((one, other) => one.recallAt5 - other.recallAt5)
    .map((one) => {
      const first = one.isFirstRelated ? '' : ' FIRST UNRELATED';
      return `${one.recallAt5.toFixed(2)}${first} «${one.query}» came: ${one.came.join(' · ') || 'nothing'}`;
    });
  return [measured(judgement), ...lines].join('\n');
}
