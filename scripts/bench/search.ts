import { Agent, get } from 'node:http';
import { startPostgres } from '#stack/postgres.ts';
import { databaseCpuMs } from './databaseCpu.ts';
import { type Bench, line, median, rounds } from './measure.ts';
import { seedListings } from './seedListings.ts';
import { startServerProcess } from './serverProcess.ts';

const LISTINGS = Number(process.env.BENCH_LISTINGS ?? 20_000);
const BUYERS = 16;
const ROUNDS = rounds(5);
const SEARCHES = 200;
/** Queries as buyers type them: Indonesian, Javanese, half of them with a typo. */
const QUERIES = [
  'gula semut', 'gula jawa', 'kripik singkong', 'keripk pisang', 'brambang', 'sapu gelagah', 'kopi', 'madu hutna', 'blangkon',
  'glua merah', 'batik tulis premium', 'telur asin gurih', 'rambakk kerupuk', 'kapulogo', 'teh hijau organik', 'organik',
  'batuk tulis', 'emping mlinjo',
]; // biome-ignore format: one list

/** The search page of a marketplace with many listings, on PostgreSQL, asked by several buyers at once. */
export const search: Bench = async (say) => {
  const postgres = await startPostgres();
  try {
    say(`${LISTINGS} listings are written`);
    await seedListings(postgres.url, LISTINGS);
    const server = await startServerProcess(postgres.url);
    const agent = new Agent({ keepAlive: true, maxSockets: BUYERS });
    try {
      const ask = (index: number) =>
        page(agent, `${server.url}/cari?q=${encodeURIComponent(QUERIES[index % QUERIES.length] ?? '')}`);
      const cpu = async () => [await server.cpuMs(), (await databaseCpuMs(postgres.url)) ?? 0] as const;
      await crowd(SEARCHES, ask);
      const waitedMs: number[] = [];
      const rates: number[] = [];
      const serverMs: number[] = [];
      const databaseMs: number[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        say(`round ${round + 1} of ${ROUNDS}`);
        const [ownBefore, databaseBefore] = await cpu();
        const from = performance.now();
        waitedMs.push(...(await crowd(SEARCHES, ask)));
        rates.push((SEARCHES / (performance.now() - from)) * 1000);
        const [own, database] = await cpu();
        serverMs.push((own - ownBefore) / SEARCHES);
        databaseMs.push((database - databaseBefore) / SEARCHES);
      }
      const what = `search page, ${LISTINGS} listings, ${BUYERS} buyers`;
      return [
        line(`${what}: rate`, '/s', rates, { least: 1000 }),
        line(`${what}: waited for`, 'ms', waitedMs, { most: 50, of: 'p95' }),
        line(`${what}: processor time of the server`, 'ms', serverMs, null),
        line(`${what}: processor time of the database`, 'ms', databaseMs, null),
        line(`${what}: what 2 idle cores could do`, '/s', [2000 / (median(serverMs) + median(databaseMs))], null),
      ];
    } finally {
      agent.destroy();
      await server.stop();
    }
  } finally {
    await postgres.stop();
  }
};

/** `BUYERS` ask at once, each again as soon as it has its answer; the result is how long each request waited, in ms. */
async function crowd(count: number, ask: (index: number) => Promise<void>): Promise<number[]> {
  const waitedMs: number[] = [];
  let next = 0;
  const buyer = async () => {
    while (next < count) {
      const from = performance.now();
      await ask(next++);
      waitedMs.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: BUYERS }, buyer));
  return waitedMs;
}

function page(agent: Agent, url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = get(url, { agent, headers: { 'accept-encoding': 'gzip' } }, (response) => {
      response.resume();
      response.on('end', () =>
        response.statusCode === 200 ? resolve() : reject(new Error(`${url}: ${response.statusCode}`)),
      );
    });
    request.on('error', reject);
  });
}
