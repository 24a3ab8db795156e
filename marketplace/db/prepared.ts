import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type pg from 'pg';

const MARK = '/* prepared */';

/**
 * `query.modifyFront(prepared)`: PostgreSQL keeps the statement and, once it has seen that it may, its plan. For
 * frequent reads whose best plan does not depend on the values (planning those costs more than running them) and whose
 * text is always the same: no lists of varying length.
 */
export const prepared = sql.raw(MARK);

const names = new Map<string, string>();

function nameOf(text: string): string {
  const name = names.get(text) ?? `d${createHash('sha256').update(text).digest('hex').slice(0, 20)}`;
  names.set(text, name);
  return name;
}

/** Marked statements get a name on this connection, which is what makes the server keep them. */
export function prepareMarked(client: pg.PoolClient): void {
  const plain = client.query;
  const named = ([text, values, ...others]: unknown[]): unknown[] =>
    typeof text === 'string' && Array.isArray(values) && text.includes(MARK)
      ? [{ name: nameOf(text), text, values }, ...others]
      : [text, values, ...others];
  Object.defineProperty(client, 'query', {
    value: (...args: unknown[]): unknown => Reflect.apply(plain, client, args.length < 2 ? args : named(args)),
  });
}
