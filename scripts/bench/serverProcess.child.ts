import { logNothing } from '#marketplace/log.ts';
import { startServer } from '#marketplace/server.ts';
import { createVillage } from '#marketplace/villages/create.ts';
import { createInvite } from '#marketplace/villages/invites.ts';
import { answerParent } from './childAnswers.ts';
import { watchStatements } from './statements.ts';

/** Started by serverProcess.ts: arguments are the data folder and, for PostgreSQL, its address. */
const [dataDir = '', databaseUrl = null] = process.argv.slice(2);
const statements = watchStatements();

// Every page is made anew: with the cache of finished pages, asking for one page often would measure the cache.
const server = await startServer({
  port: 0,
  host: '127.0.0.1',
  dataDir,
  databaseUrl,
  sharedCacheSeconds: 0,
  log: logNothing,
});
const village = await createVillage(server.deps, {
  name: 'Desa Dagan',
  sites: ['https://dagan.desa.id'],
  status: 'approved',
  district: 'Bobotsari',
  regency: 'Purbalingga',
});

answerParent(server.stop, (question) => {
  if (question === 'recorded') return statements.recorded();
  statements.record();
  return null;
});
process.send?.({ url: server.url, invite: (await createInvite(server.deps, village.id)).code });
