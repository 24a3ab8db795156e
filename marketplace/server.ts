import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { acquireDataDir } from './admin/acquireDataDir.ts';
import { openControlSocket } from './admin/controlSocket.ts';
import { createApp } from './app.ts';
import { type ServerSettings, settingsFromEnv } from './config.ts';
import type { Deps } from './deps.ts';
import { type Log, logLines } from './log.ts';
import { openService } from './open.ts';

export interface RunningServer {
  /** Where it listens, e.g. `http://127.0.0.1:8787`; links use `deps.config.baseUrl`. */
  url: string;
  deps: Deps;
  /** Waits for requests to end (long ones are told to end), then for jobs, then closes the database. */
  stop(): Promise<void>;
}

/** How long a request may still take after `stop`. */
const GRACE_MS = 5000;

async function listen(server: Server, port: number, host: string): Promise<string> {
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`;
}

async function close(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  const grace = setTimeout(() => server.closeAllConnections(), GRACE_MS);
  await closed;
  clearTimeout(grace);
}

/**
 * Starts the whole marketplace on a port (0 = a free one). A setting that is not given has the default of config.ts;
 * only the command line reads the environment. Throws DataDirBusyError when another process has the embedded database.
 */
export async function startServer(given: Partial<ServerSettings> & { log?: Log } = {}): Promise<RunningServer> {
  const { log = logLines, ...overrides } = given;
  const { port, host, baseUrl, ...settings } = { ...settingsFromEnv({}), ...overrides };
  // On PostgreSQL the command line asks the database itself, and several servers may share a folder.
  const secret = randomBytes(32).toString('base64url');
  const socket = settings.databaseUrl ? null : await openControlSocket(secret);
  const folder =
    socket && (await takeOrClose(settings.dataDir, { pid: process.pid, port: socket.port, secret }, socket, log));

  // A request waits until the service is open; the first start of an embedded database takes seconds.
  const ready = Promise.withResolvers<ReturnType<typeof createApp>>();
  ready.promise.catch(() => {});
  const server = createServer(getRequestListener(async (request, env) => (await ready.promise).fetch(request, env)));
  try {
    const url = await listen(server, port, host);
    const service = await openService({ ...settings, baseUrl: baseUrl ?? url }, log);
    ready.resolve(createApp(service.deps));
    socket?.serve(service.deps);
    await service.jobs.work(service.deps);
    log('info', 'started', { url });
    let stopped: Promise<void> | null = null;
    const stop = async () => {
      service.stopping.abort();
      await close(server);
      await service.close();
      socket?.close();
      await folder?.release();
    };
    return {
      url,
      deps: service.deps,
      stop() {
        stopped ??= stop();
        return stopped;
      },
    };
  } catch (error) {
    ready.reject(error);
    server.close();
    server.closeAllConnections();
    socket?.close();
    await folder?.release();
    throw error;
  }
}

async function takeOrClose(
  dataDir: string,
  holder: Parameters<typeof acquireDataDir>[1],
  socket: Awaited<ReturnType<typeof openControlSocket>>,
  log: Log,
) {
  // Closing the database would write into a folder that is another's by now.
  const onLost = () => {
    log('error', 'folder_lost');
    process.exit(1);
  };
  try {
    return await acquireDataDir(dataDir, holder, { answer: socket.answer, onLost });
  } catch (error) {
    socket.close();
    throw error;
  }
}
