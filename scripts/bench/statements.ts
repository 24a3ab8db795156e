import pg from 'pg';
import * as z from 'zod/mini';

/** One statement as it went to PostgreSQL; with a name where the server keeps its plan. */
export const Asked = z.object({ name: z.optional(z.string()), text: z.string(), values: z.array(z.unknown()) });
export type Asked = z.infer<typeof Asked>;
/** One step after the other; statements of one step were under way at the same time. */
export const AskedSteps = z.array(z.array(Asked));

/** The job queue asks the same pool, whatever the pages do. */
const QUEUE = 'pgboss';

/** Writes down what this process asks PostgreSQL from `record` to `recorded`. Call it before any connection is made. */
export function watchStatements(): { record(): void; recorded(): Asked[][] } {
  const plain = pg.Client.prototype.query;
  let steps: Asked[][] | null = null;
  let open = 0;
  const query = function (this: pg.Client, ...args: unknown[]): unknown {
    const answer: unknown = Reflect.apply(plain, this, args);
    // While nobody records, looking at the statements would be measured with the pages.
    if (steps === null) return answer;
    const asked = statementOf(args);
    if (asked === null || !(answer instanceof Promise)) return answer;
    if (open === 0) steps.push([]);
    steps.at(-1)?.push(asked);
    open += 1;
    const close = () => {
      open -= 1;
    };
    answer.then(close, close);
    return answer;
  };
  Object.defineProperty(pg.Client.prototype, 'query', { value: query });
  return {
    record() {
      steps = [];
      open = 0;
    },
    recorded() {
      const all = steps ?? [];
      steps = null;
      return all;
    },
  };
}

function statementOf([first, values = []]: unknown[]): Asked | null {
  const given = typeof first === 'string' ? { text: first, values } : first;
  const { data } = Asked.safeParse(given);
  return data === undefined || data.text.includes(QUEUE) ? null : data;
}
