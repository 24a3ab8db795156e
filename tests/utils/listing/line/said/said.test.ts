import { describe, expect, it } from 'vitest';
import { lines } from './lines.ts';
import { linesHeldBack } from './linesHeldBack.ts';
import { faultsOf } from './score.ts';
import type { Line } from './shape.ts';

/**
 * What sellers write, with what a careful person reads from it, written down by somebody who has not seen the code. The
 * first scores of the code that stands here now were 116 of the first 192 open lines, and 71 of the 119 held back, which
 * were opened after the open ones had come to 316 of 343.
 */
describe.each([
  { name: 'the open lines', all: lines, least: 317 },
  { name: 'the lines held back', all: linesHeldBack, least: 98 },
])('$name', ({ all, least }) => {
  const read = all.map((line) => ({ line, faults: faultsOf(line) }));
  const wrong = (starts: string) =>
    read.flatMap(({ line, faults }) =>
      faults.filter((fault) => fault.startsWith(starts)).map((fault) => `${line.line} → ${fault}`),
    );

  it('have no price that nobody said: what is not read is asked or left open', () => {
    expect(wrong('price: ').filter((fault) => !fault.includes('price: null'))).toEqual([]);
  });

  it('have no phone number that is another one’s', () => {
    expect(wrong('phone: ').filter((fault) => !fault.includes('phone: undefined'))).toEqual([]);
  });

  it(`are read as their writers read them, in at least ${least} of ${all.length}`, () => {
    const ok = read.filter(({ faults }) => faults.length === 0).length;
    const others = read
      .filter(({ faults }) => faults.length > 0)
      .map(({ line, faults }: { line: Line; faults: string[] }) => `${line.line} → ${faults.join('; ')}`);
    expect(ok, others.join('\n')).toBeGreaterThanOrEqual(least);
  });
});
