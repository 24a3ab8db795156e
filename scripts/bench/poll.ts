import { Agent, get } from 'node:http';
import * as z from 'zod/mini';
import { InquiryPage } from '#contract';
import { startPostgres } from '#stack/postgres.ts';
import { connectDevice } from '#stack/seed.ts';
import { databaseCpuMs } from './databaseCpu.ts';
import { type Bench, type Line, line, rounds } from './measure.ts';
import { startServerProcess } from './serverProcess.ts';

const ROUNDS = rounds(7);
const POLLS = 300;

/** What a request for new inquiries costs when there are none: every device sends it every few minutes, all day. */
export const poll: Bench = async (say) => {
  say('embedded database');
  const embedded = await measure('embedded', null);
  const postgres = await startPostgres();
  try {
    say('PostgreSQL');
    return [...embedded, ...(await measure('PostgreSQL', postgres.url))];
  } finally {
    await postgres.stop();
  }
};

async function measure(where: string, databaseUrl: string | null): Promise<Line[]> {
  const server = await startServerProcess(databaseUrl);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  try {
    const token = await connectDevice(server.url, server.invite);
    const ask = (path: string) => exchange(agent, server.url + path, { authorization: `Bearer ${token}` });
    const { cursor } = z.parse(InquiryPage, JSON.parse((await ask('/v1/inquiries')).body));
    const path = `/v1/inquiries?after=${encodeURIComponent(cursor)}`;
    const cpu = async () =>
      (await server.cpuMs()) + (databaseUrl === null ? 0 : ((await databaseCpuMs(databaseUrl)) ?? 0));
    for (let warm = 0; warm < POLLS; warm++) await ask(path);

    const cpuMs: number[] = [];
    const waitedMs: number[] = [];
    let bytes = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const before = await cpu();
      for (let index = 0; index < POLLS; index++) {
        const from = performance.now();
        ({ bytes } = await ask(path));
        waitedMs.push(performance.now() - from);
      }
      cpuMs.push(((await cpu()) - before) / POLLS);
    }
    return [
      line(`poll with nothing new, answer with its headers (${where})`, 'B', [bytes], { most: 500 }),
      line(`poll with nothing new, processor time with the database (${where})`, 'ms', cpuMs, { most: 1 }),
      line(`poll with nothing new, as waited for (${where})`, 'ms', waitedMs, null),
    ];
  } finally {
    agent.destroy();
    await server.stop();
  }
}

/** One request on a kept connection; `bytes` is all that came back over the wire. Throws on any answer but 200. */
function exchange(
  agent: Agent,
  url: string,
  headers: Record<string, string>,
): Promise<{ bytes: number; body: string }> {
  return new Promise((resolve, reject) => {
    const request = get(url, { agent, headers: { ...headers, 'accept-encoding': 'gzip' } }, (response) => {
      let body = '';
      response.on('data', (chunk) => {
        body += String(chunk);
      });
      response.on('end', () => {
        if (response.statusCode !== 200) return reject(new Error(`${url}: ${response.statusCode} ${body}`));
        resolve({ bytes: (request.socket?.bytesRead ?? 0) - already, body });
      });
    });
    let already = 0;
    request.on('socket', (socket) => {
      already = socket.bytesRead;
    });
    request.on('error', reject);
  });
}
