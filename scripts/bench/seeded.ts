import { startPostgres } from '#stack/postgres.ts';
import { seedListings } from './seedListings.ts';

export const LISTINGS = Number(process.env.BENCH_LISTINGS ?? 20_000);

let started: ReturnType<typeof startPostgres> | null = null;

/** A PostgreSQL with many listings, made once for all that measures on it. `dropListings` ends it. */
export async function withListings(say: (line: string) => void): Promise<{ url: string }> {
  if (started === null) {
    started = startPostgres();
    say(`${LISTINGS} listings are written`);
    await seedListings((await started).url, LISTINGS);
  }
  return started;
}

export async function dropListings(): Promise<void> {
  await (await started)?.stop();
  started = null;
}
