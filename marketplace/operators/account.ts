import { EmailAddress, line } from '#contract';
import { newId } from '#contract/newId.ts';
import type { OperatorRole } from '#marketplace/db/tables/operators.ts';
import type { Deps } from '#marketplace/deps.ts';
import { record } from './audit.ts';

/** Whoever runs the market. A viewer sees how things stand, and no number, no buyer's name and no thread. */
export interface Operator {
  id: string;
  name: string;
  role: OperatorRole;
}

const OperatorName = line('operator_name', { min: 1, max: 60 });

export interface NewOperator {
  name: string;
  role: OperatorRole;
  email: string | null;
}

/** What is wrong with a new account. */
export type AccountFault = 'operator_name_malformed' | 'email_malformed' | 'operator_known';

/**
 * Makes an account, which the log says with it; answers it, or what is wrong: a name or an address that cannot be, or that
 * another account has. `by` is null for the command line.
 */
export async function addOperator(
  deps: Deps,
  given: NewOperator,
  by: Operator | null,
): Promise<Operator | AccountFault> {
  const name = OperatorName.safeParse(given.name);
  if (!name.success) return 'operator_name_malformed';
  const email = given.email === null ? null : EmailAddress.safeParse(given.email.trim());
  if (email !== null && !email.success) return 'email_malformed';
  const row = { id: newId(), name: name.data, role: given.role, email: email?.data.toLowerCase() ?? null };
  return deps.db.transaction().execute(async (db) => {
    const made = await db
      .insertInto('operators')
      .values({ ...row, created_at: deps.now(), ended_at: null })
      .onConflict((oc) => oc.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!made) return 'operator_known';
    const { name, role } = row;
    await record({ ...deps, db }, by, { action: 'operator_added', subject: name, detail: { role } });
    return { id: row.id, name, role };
  });
}

export interface OperatorSummary extends Operator {
  email: string | null;
  keys: number;
}

/** All accounts that have not ended, by name. */
export async function operators({ db }: Pick<Deps, 'db'>): Promise<OperatorSummary[]> {
  const rows = await db
    .selectFrom('operators as o')
    .leftJoin('operator_keys as k', 'k.operator_id', 'o.id')
    .select(['o.id', 'o.name', 'o.role', 'o.email'])
    .select((eb) => eb.fn.count<string>('k.id').as('keys'))
    .where('o.ended_at', 'is', null)
    .groupBy('o.id')
    .orderBy('o.name')
    .execute();
  return rows.map((row) => ({ ...row, keys: Number(row.keys) }));
}

/** The account with this name or e-mail address, capitals aside; null when there is none. */
export async function operatorNamed({ db }: Pick<Deps, 'db'>, named: string): Promise<OperatorSummary | null> {
  const wanted = named.trim().toLowerCase();
  const all = await operators({ db });
  return all.find(({ name, email }) => [name, email].some((one) => one?.toLowerCase() === wanted)) ?? null;
}

/**
 * Ends an account, with its passkeys, links and sessions. False for the last operator: a market that nobody can look after
 * from a browser would not say so.
 */
export function endOperator(deps: Deps, { id, name }: Operator, by: Operator | null): Promise<boolean> {
  return deps.db.transaction().execute(async (db) => {
    const left = await db
      .selectFrom('operators')
      .select('id')
      .where('role', '=', 'operator')
      .where('ended_at', 'is', null)
      .forUpdate()
      .execute();
    if (left.length === 1 && left[0]?.id === id) return false;
    for (const table of ['operator_sessions', 'operator_links', 'operator_keys'] as const)
      await db.deleteFrom(table).where('operator_id', '=', id).execute();
    await db.updateTable('operators').set({ ended_at: deps.now(), email: null }).where('id', '=', id).execute();
    await record({ ...deps, db }, by, { action: 'operator_ended', subject: name });
    return true;
  });
}
