import { existsSync, readFileSync } from 'node:fs';
import pg from 'pg';
import * as z from 'zod/mini';

/** The kernel counts in hundredths of a second. */
const TICK_MS = 10;
const Backends = z.array(z.object({ pid: z.int() }));

/** Processor time of all connections to this database so far; NaN where the system does not tell (no /proc). */
export async function databaseCpuMs(databaseUrl: string): Promise<number> {
  if (!existsSync('/proc/self/stat')) return Number.NaN;
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query(
    'select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  );
  await client.end();
  return z.parse(Backends, rows).reduce((sum, { pid }) => sum + cpuMs(pid), 0);
}

function cpuMs(pid: number): number {
  try {
    // After the name, which stands in brackets: user and system time are the 14th and 15th of proc(5).
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
  } catch {
    // Its connection was closed meanwhile.
    return 0;
  }
}
