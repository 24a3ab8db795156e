import type { IncomingHttpHeaders } from 'node:http';
import { gunzipSync } from 'node:zlib';
import * as z from 'zod/mini';
import { startChild } from './childProcess.ts';
import type { FloorAnswer } from './floorAnswer.ts';
import type { Answer, Client } from './httpClient.ts';
import type { ServerProcess } from './serverProcess.ts';

const Started = z.object({ url: z.string() });
/** Of the connection and not of the page. */
const NOT_COPIED = new Set(['connection', 'keep-alive', 'date', 'transfer-encoding', 'content-length']);

export interface FloorServer {
  url: string;
  cpuMs(): Promise<number>;
  stop(): Promise<void>;
}

/**
 * What stands below the marketplace's own work: a bare HTTP server that, for each of `paths`, asks PostgreSQL what the
 * marketplace asks and packs the page that the marketplace once sent. Throws when its answers are not as long.
 */
export async function startFloorServer(
  databaseUrl: string,
  { server, client, paths }: { server: ServerProcess; client: Client; paths: readonly string[] },
): Promise<FloorServer> {
  const child = await startChild('floorServer.child.ts', [databaseUrl]);
  try {
    const { url } = z.parse(Started, child.started);
    for (const path of new Set(paths)) {
      // The first time a statement of a connection may still be described, or a device be marked as seen.
      await client.get(server.url + path);
      const { steps, answer: sent } = await server.recordStatements(() => client.get(server.url + path));
      if (steps.length === 0) throw new Error(`${path}: asks the database nothing`);
      const answer = floorAnswer(path, steps, sent);
      await child.ask(answer);
      const { body } = await client.get(url + path);
      if (body.length !== sent.body.length) throw new Error(`${path}: the floor packs differently`);
    }
    return { url, cpuMs: child.cpuMs, stop: child.stop };
  } catch (error) {
    await child.stop();
    throw error;
  }
}

function floorAnswer(path: string, steps: FloorAnswer['steps'], { headers, body }: Answer): FloorAnswer {
  const isPacked = headers['content-encoding'] === 'gzip';
  return { path, steps, headers: copied(headers), body: new Uint8Array(isPacked ? gunzipSync(body) : body), isPacked };
}

function copied(headers: IncomingHttpHeaders): Record<string, string> {
  const kept = Object.entries(headers).filter(([name]) => !NOT_COPIED.has(name));
  return Object.fromEntries(kept.map(([name, value]) => [name, String(value)]));
}
