import { timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import { text } from 'node:stream/consumers';
import * as z from 'zod/mini';
import { STORED_LOCALES } from '#contract';
import type { Deps } from '#marketplace/deps.ts';
import { DataDirBusyError, type Holder } from './acquireDataDir.ts';
import { type CommandResult, runCommand } from './commands.ts';
import { postToFolder, tryFolderSocket } from './folderSocket.ts';
import { socketName } from './holder.ts';

const CommandRequest = z.object({ argv: z.array(z.string()), locale: z.enum(STORED_LOCALES) });
export type CommandRequest = z.infer<typeof CommandRequest>;

/**
 * Opens the control socket, where a running server takes the operator's commands. Only one process can have the
 * embedded database, so the command line asks that process: over the socket in the data folder, which `answer` is for,
 * or, where a folder can hold none, over a loopback port. Both answer only to the secret from the data folder.
 */
export async function openControlSocket(
  secret: string,
): Promise<{ port: number; answer: RequestListener; serve(deps: Deps): void; close(): void }> {
  let deps: Deps | null = null;
  const answer = async (request: IncomingMessage, response: Parameters<RequestListener>[1]) => {
    if (!mayEnter(request, secret)) return response.writeHead(401).end();
    if (request.method !== 'POST') return response.writeHead(204).end();
    if (!deps) return response.writeHead(503).end();
    try {
      const { argv, locale } = CommandRequest.parse(JSON.parse(await text(request)));
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(await runCommand(deps, argv, locale)));
    } catch {
      response.writeHead(400).end();
    }
  };
  const server = createServer(answer);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    port: address.port,
    answer,
    serve: (ready) => {
      deps = ready;
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function mayEnter(request: IncomingMessage, secret: string): boolean {
  const given = Buffer.from(request.headers.authorization ?? '');
  const wanted = Buffer.from(`Bearer ${secret}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

const Answered = z.object({ ok: z.boolean(), text: z.string() });

/**
 * Asks the server that has the folder to run a command. Throws DataDirBusyError while that server is still opening its
 * database, and when it cannot be reached from here, because it runs on another machine.
 */
export async function askControlSocket(dataDir: string, holder: Holder, asked: CommandRequest): Promise<CommandResult> {
  const headers = { authorization: `Bearer ${holder.secret}`, 'content-type': 'application/json' };
  const body = JSON.stringify(asked);
  const overPort = async () => {
    const answer = await fetch(`http://127.0.0.1:${holder.port}/`, { method: 'POST', headers, body });
    return { status: answer.status, text: await answer.text() };
  };
  const name = holder.run && socketName(holder.run);
  // Only one way is tried: a command that got lost on its way back must not be run again on the other.
  const isInFolder = name && (await tryFolderSocket(dataDir, name)) === 'answers';
  const answer = await (isInFolder ? postToFolder({ dataDir, name }, headers, body) : overPort()).catch(() => null);
  if (answer === null || answer.status === 503) throw new DataDirBusyError({ ...holder, port: null });
  if (answer.status !== 200) throw new Error(`the control socket answered ${answer.status}`);
  return Answered.parse(JSON.parse(answer.text));
}
