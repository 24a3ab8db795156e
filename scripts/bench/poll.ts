import * as z from 'zod/mini';
import { InquiryPage } from '#contract';
import { startPostgres } from '#stack/postgres.ts';
import { connectDevice } from '#stack/seed.ts';
import { databaseCpuMs } from './databaseCpu.ts';
import { openClient } from './httpClient.ts';
import { type Bench, type Row, rounds, size, told } from './measure.ts';
import { requestRate } from './requestRate.ts';
import { type ServerProcess, startServerProcess } from './serverProcess.ts';

const ROUNDS = rounds(7);
const POLLS = 300;

interface Poll {
  path: string;
  headers: Record<string, string>;
}

/** What it costs to ask for new inquiries when there are none: by every device, every few minutes, all day. */
export const poll: Bench = async (say) => {
  const embedded = await withServer(null, (server, poll) => cost('embedded', null, server, poll, say));
  const postgres = await startPostgres();
  try {
    const rate = await withServer(postgres.url, (server, { path, headers }) =>
      requestRate(postgres.url, server, { what: 'poll with nothing new', paths: [path], headers }, say),
    );
    const own = await withServer(postgres.url, (server, poll) => cost('PostgreSQL', postgres.url, server, poll, say));
    return [...rate, ...own, ...embedded];
  } finally {
    await postgres.stop();
  }
};

async function withServer(
  databaseUrl: string | null,
  measure: (server: ServerProcess, poll: Poll) => Promise<Row[]>,
): Promise<Row[]> {
  const server = await startServerProcess(databaseUrl);
  try {
    const headers = { authorization: `Bearer ${await connectDevice(server.url, server.invite)}` };
    const answer = await fetch(`${server.url}/v1/inquiries`, { headers });
    const { cursor } = z.parse(InquiryPage, await answer.json());
    return await measure(server, { path: `/v1/inquiries?after=${encodeURIComponent(cursor)}`, headers });
  } finally {
    await server.stop();
  }
}

/** Of one poll after the other on one connection. */
async function cost(
  where: string,
  databaseUrl: string | null,
  server: ServerProcess,
  { path, headers }: Poll,
  say: (line: string) => void,
): Promise<Row[]> {
  const client = openClient(1, headers);
  const cpu = async () => (await server.cpuMs()) + (databaseUrl === null ? 0 : await databaseCpuMs(databaseUrl));
  try {
    for (let warm = 0; warm < POLLS; warm++) await client.get(server.url + path);
    const cpuMs: number[] = [];
    const waitedMs: number[] = [];
    let bytes = 0;
    for (let round = 0; round < ROUNDS; round++) {
      say(`poll, ${where}: ${round + 1} of ${ROUNDS}`);
      const before = await cpu();
      for (let index = 0; index < POLLS; index++) {
        const from = performance.now();
        bytes = (await client.get(server.url + path)).wireBytes;
        waitedMs.push(performance.now() - from);
      }
      cpuMs.push(((await cpu()) - before) / POLLS);
    }
    const what = `poll with nothing new (${where})`;
    return [
      size(`${what}: answer with its headers`, 'B', [bytes], { most: 500 }),
      ...(Number.isNaN(cpuMs[0]) ? [] : [told(`${what}: processor time with the database`, 'ms', cpuMs, { most: 1 })]),
      told(`${what}: waited for`, 'ms', waitedMs, null),
    ];
  } finally {
    client.close();
  }
}
