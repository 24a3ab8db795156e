import { timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import * as z from 'zod/mini';
import { STORED_LOCALES } from '#contract';
import type { Deps } from '#marketplace/deps.ts';
import type { Holder } from './acquireDataDir.ts';
import { type CommandResult, runCommand } from './commands.ts';

const CommandRequest = z.object({ argv: z.array(z.string()), locale: z.enum(STORED_LOCALES) });
export type CommandRequest = z.infer<typeof CommandRequest>;

/**
 * Opens the control socket, where a running server takes the operator's commands. Only one process can have the
 * embedded database, so the command line asks that process. The socket listens on loopback only, and answers only to
 * the secret from the data folder.
 */
export async function openControlSocket(
  secret: string,
): Promise<{ port: number; serve(deps: Deps): void; close(): void }> {
  let deps: Deps | null = null;
  const server = createServer(async (request, response) => {
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
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    port: address.port,
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

/** Asks the server behind the control socket to run a command. */
export async function askControlSocket(holder: Holder, asked: CommandRequest): Promise<CommandResult> {
  const answer = await fetch(`http://127.0.0.1:${holder.port}/`, {
    method: 'POST',
    headers: { authorization: `Bearer ${holder.secret}`, 'content-type': 'application/json' },
    body: JSON.stringify(asked),
  });
  if (!answer.ok) throw new Error(`the control socket answered ${answer.status}`);
  return Answered.parse(await answer.json());
}
