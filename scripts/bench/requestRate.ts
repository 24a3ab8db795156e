import { BUYERS, Crowd, type Round } from './crowd.ts';
import { databaseCpuMs } from './databaseCpu.ts';
import type { Bound } from './figures.ts';
import { startFloorServer } from './floorServer.ts';
import { openClient } from './httpClient.ts';
import { type Row, ratio, rounds, told } from './measure.ts';
import { Pairs } from './pairs.ts';
import type { ServerProcess } from './serverProcess.ts';

/**
 * Rounds of so many requests: many short ones, because a busy machine changes within a second, and both of a pair should
 * meet the same. All cold ones together end at 1,000, long before anything is warm.
 */
const COLD = { name: 'cold', times: rounds(10), requests: 100 };
const WARM = { name: 'warm', times: rounds(18), requests: 200 };
/** By then V8 has compiled what runs often, and PostgreSQL keeps general plans on every connection. */
const WARM_AFTER = Number(process.env.BENCH_WARM ?? 4000);
/** Of what the database and a constant page can do. */
const SHARE: Bound = { least: 0.85 };

export interface Asking {
  what: string;
  /** Asked in turn. */
  paths: readonly string[];
  headers?: Record<string, string>;
  /** The budgets of an idle machine. */
  told?: { rate: Bound; waitedMs: number };
}

/**
 * How many requests a second a marketplace that was just started answers, beside what the database and a constant page
 * can do: cold, and again once both have answered `WARM_AFTER` of them. Nothing may have asked `server` for these pages before.
 */
export async function requestRate(
  databaseUrl: string,
  server: ServerProcess,
  { what, paths, headers, told: budget }: Asking,
  say: (line: string) => void,
): Promise<Row[]> {
  const client = openClient(BUYERS, headers);
  const floor = await startFloorServer(databaseUrl, { server, client, paths }).catch((error: Error) => error);
  const own = new Crowd(client, server, paths);
  const bare = floor instanceof Error ? null : new Crowd(client, floor, paths);

  const measure = async ({ name: temperature, times, requests }: typeof COLD): Promise<Row[]> => {
    const name = `${what}, ${temperature}`;
    const rates = new Pairs();
    const taken: { figure: Round; floor: Round | null; databaseMs: number }[] = [];
    for (let round = 0; round < times; round++) {
      say(`${name}: ${round + 1} of ${times}`);
      const one = async () => {
        const before = await databaseCpuMs(databaseUrl);
        const figure = await own.round(requests);
        const databaseMs = ((await databaseCpuMs(databaseUrl)) - before) / requests;
        taken.push({ figure, floor: null, databaseMs });
        return figure.rate;
      };
      await rates.add(one, async () => {
        if (bare === null) throw floor;
        const measured = await bare.round(requests);
        Object.assign(taken.at(-1) ?? {}, { floor: measured });
        return measured.rate;
      });
    }
    const cpu = taken.map(({ figure, floor }) => ({ figure: figure.cpuMs, floor: floor?.cpuMs ?? null }));
    const waited = taken.flatMap(({ figure }) => figure.waitedMs);
    const database = taken.map(({ databaseMs }) => databaseMs);
    return [
      ratio(name, '/s', rates.all, { judged: SHARE, ...(budget && { told: budget.rate }) }, rates.why),
      ratio(`${name}: processor time of the server`, 'ms', cpu, {}, rates.why),
      ...(Number.isNaN(database[0]) ? [] : [told(`${name}: processor time of the database`, 'ms', database, null)]),
      told(`${name}: waited for`, 'ms', waited, budget ? { most: budget.waitedMs, of: 'p95' } : null),
    ];
  };

  try {
    const cold = await measure(COLD);
    say(`${WARM_AFTER} requests to warm up`);
    await own.ask(WARM_AFTER - own.asked);
    await bare?.ask(WARM_AFTER - bare.asked);
    return [...cold, ...(await measure(WARM))];
  } finally {
    client.close();
    if (!(floor instanceof Error)) await floor.stop();
  }
}
