import type { Evening } from './village.ts';

/** Everything that is wrong with a village's evening, in words; nothing where all is well. */
export function faultsOf({ stopped, tally }: Evening): string[] {
  return [
    ...(stopped === null ? [] : [`did not come to its end: ${stopped}`]),
    ...(tally === null ? ['was not counted'] : []),
    ...(tally?.lost.map((what) => `lost: ${what}`) ?? []),
    ...(tally?.doubled.map((what) => `doubled: ${what}`) ?? []),
  ];
}

/** The table at the end, one row for each village and one for all; `seconds` is the whole evening. */
export function printTable(evenings: readonly Evening[], seconds: number): void {
  const rows = evenings.map((evening) => ({
    village: evening.village,
    cms: evening.cms,
    seconds: Math.round(evening.seconds),
    listings: evening.tally?.listings ?? '?',
    articles: evening.tally?.articles ?? '?',
    verified: evening.verified,
    answered: evening.tally === null ? '?' : `${evening.tally.answered} of ${evening.tally.inquiries}`,
    deals: evening.tally?.deals ?? '?',
    lost: evening.tally?.lost.length ?? '?',
    doubled: evening.tally?.doubled.length ?? '?',
  }));
  console.log();
  console.table(rows);
  const sum = (of: (evening: Evening) => number) => evenings.reduce((all, evening) => all + of(evening), 0);
  const done = evenings.filter(({ stopped }) => stopped === null).length;
  const isCounted = evenings.every(({ tally }) => tally !== null);
  const known = (of: (evening: Evening) => number) => (isCounted ? String(sum(of)) : 'not known');
  console.log(
    [
      `${done} of ${evenings.length} villages in ${Math.round(seconds)} s`,
      `listings: ${known(({ tally }) => tally?.listings ?? 0)}`,
      `links verified: ${sum(({ verified }) => verified)}`,
      `inquiries answered: ${known(({ tally }) => tally?.answered ?? 0)}`,
      `deals: ${known(({ tally }) => tally?.deals ?? 0)}`,
      `lost: ${known(({ tally }) => tally?.lost.length ?? 0)}`,
      `doubled: ${known(({ tally }) => tally?.doubled.length ?? 0)}`,
    ].join(', '),
  );
}
