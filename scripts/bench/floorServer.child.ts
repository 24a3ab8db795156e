import { once } from 'node:events';
import { createServer } from 'node:http';
import { gzipSync } from 'node:zlib';
import pg from 'pg';
import * as z from 'zod/mini';
import { settingsFromEnv } from '#marketplace/config.ts';
import { answerParent } from './childAnswers.ts';
import { FloorAnswer } from './floorAnswer.ts';
import type { Asked } from './statements.ts';

/** Started by floorServer.ts: arguments are PostgreSQL's address. Then it is given what to answer. */
const [databaseUrl = ''] = process.argv.slice(2);
/** As web/send.ts packs; floorServer.ts notices when that changes. */
const LEVEL = 3;

// As many connections, and set the same, as the marketplace's own (db/open.ts).
const pool = new pg.Pool({ connectionString: databaseUrl, max: settingsFromEnv({}).poolSize, options: '-c jit=off' });
const answers = new Map<string, FloorAnswer>();

/** No connection is held from step to step: requests that each hold one and want another wait for each other. */
async function askDatabase(steps: readonly (readonly Asked[])[]): Promise<void> {
  for (const step of steps) await Promise.all(step.map((asked) => pool.query(asked)));
}

const server = createServer(async (request, response) => {
  const answer = answers.get(request.url ?? '');
  if (answer === undefined) return response.writeHead(404).end();
  try {
    await askDatabase(answer.steps);
    const bytes = answer.isPacked ? gzipSync(answer.body, { level: LEVEL }) : answer.body;
    response.writeHead(200, { ...answer.headers, 'content-length': bytes.length }).end(bytes);
  } catch (error) {
    console.error(error);
    response.writeHead(500).end();
  }
}).listen(0, '127.0.0.1');
await once(server, 'listening');

const stop = async () => {
  server.close();
  server.closeAllConnections();
  await pool.end();
};
answerParent(stop, (question) => {
  const answer = z.parse(FloorAnswer, question);
  answers.set(answer.path, answer);
  return null;
});
const { port } = z.parse(z.object({ port: z.number() }), server.address());
process.send?.({ url: `http://127.0.0.1:${port}` });
