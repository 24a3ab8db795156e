/**
 * What a test mounts, opens or starts says here how it ends; the set-up file (`setup.ts`) ends it with the test, newest
 * first. What is made while no test runs (by a file itself, in `beforeAll`) ends with the file.
 */
export type Scope = 'test' | 'file';
type End = () => unknown;

const ends: Record<Scope, End[]> = { test: [], file: [] };
let running: Scope = 'file';

/** Told by the set-up file alone. */
export function enter(scope: Scope): void {
  running = scope;
}

/** Runs `end` when the running test is over; `until: 'file'` for what later tests of the file go on using. */
export function atEnd(end: End, until: Scope = running): void {
  ends[until].push(end);
}

/** Ends everything of this scope, also when one of the ends fails; then fails with what the first one said. */
export async function endAll(scope: Scope): Promise<void> {
  const errors: unknown[] = [];
  for (let end = ends[scope].pop(); end !== undefined; end = ends[scope].pop()) {
    try {
      await end();
    } catch (error) {
      errors.push(error);
    }
  }
  if (errors.length > 0) throw errors[0];
}
