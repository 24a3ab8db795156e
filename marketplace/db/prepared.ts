import { type Compilable, type CompiledQuery, sql } from 'kysely';
import type pg from 'pg';
import { sha256 } from '#marketplace/sha256.ts';
import type { Db } from './open.ts';

const MARK = '/* prepared */';

/**
 * Marks a statement (`query.modifyFront(prepared)`), so that PostgreSQL keeps it and, once it has seen that it may, its
 * plan. It is for frequent reads whose best plan does not depend on the values (planning those costs more than running
 * them) and whose text is always the same: no lists of varying length.
 */
export const prepared = sql.raw(MARK);

/** A slot stands in a statement for a value that each call brings. */
class Slot {
  constructor(readonly name: string) {}
}

/**
 * Marks a statement like `prepared`, and also builds its text only once: for the few reads that are asked all day,
 * building the text again costs as much as reading the answer. `build` may hand `args` to conditions, but must not look
 * at a value in them.
 */
export function prepare<Args extends object, Row>(
  build: (db: Db, args: Args) => Compilable<Row>,
): (db: Db, args: Args) => Promise<Row[]> {
  const slots = new Proxy({}, { get: (_, name) => new Slot(String(name)) }) as Args;
  let kept: CompiledQuery<Row> | null = null;
  return async (db, args) => {
    kept ??= build(db, slots).compile();
    const values = new Map(Object.entries(args));
    const parameters = kept.parameters.map((value) => (value instanceof Slot ? values.get(value.name) : value));
    return (await db.executeQuery<Row>({ ...kept, sql: `${MARK} ${kept.sql}`, parameters })).rows;
  };
}

const names = new Map<string, string>();

function nameOf(text: string): string {
  const name = names.get(text) ?? `d${sha256(text, 'hex').slice(0, 20)}`;
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
