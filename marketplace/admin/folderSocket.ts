import { once } from 'node:events';
import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { createServer, type RequestListener, request, type Server } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

/** What the system takes as a socket's address, in bytes, on every system that we know. */
const ADDRESS_MAX = 103;

/** Calls `use` with an address of the socket that is short enough: a long one goes through the folder's own number. */
async function withAddress<T>(dataDir: string, name: string, use: (address: string) => Promise<T>): Promise<T> {
  const address = join(dataDir, name);
  if (Buffer.byteLength(address) <= ADDRESS_MAX) return use(address);
  let folder: FileHandle | null = null;
  try {
    folder = await open(dataDir, constants.O_RDONLY | constants.O_DIRECTORY);
    return await use(`/proc/self/fd/${folder.fd}/${name}`);
  } finally {
    await folder?.close();
  }
}

/** A server on a Unix socket in the folder; null where the folder cannot hold one, such as on some network volumes. */
export async function listenInFolder(dataDir: string, name: string, answer: RequestListener): Promise<Server | null> {
  const server = createServer(answer);
  try {
    await withAddress(dataDir, name, async (address) => {
      server.listen(address);
      await once(server, 'listening');
    });
    return server;
  } catch {
    server.close();
    return null;
  }
}

/** `answers`: its owner lives. `refused`: the file is there and nobody listens. `unknown`: anything else. */
export function tryFolderSocket(dataDir: string, name: string): Promise<'answers' | 'refused' | 'unknown'> {
  return withAddress(dataDir, name, async (address) => {
    const socket = connect(address);
    try {
      await once(socket, 'connect');
      return 'answers' as const;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // A full queue and a socket of another user are somebody's.
      if (code === 'EAGAIN' || code === 'EACCES' || code === 'EPERM') return 'answers' as const;
      return code === 'ECONNREFUSED' ? ('refused' as const) : ('unknown' as const);
    } finally {
      socket.destroy();
    }
  }).catch(() => 'unknown' as const);
}

/** Posts to the server behind the socket; its status and text. */
export function postToFolder(
  { dataDir, name }: { dataDir: string; name: string },
  headers: Record<string, string>,
  body: string,
): Promise<{ status: number; text: string }> {
  return withAddress(dataDir, name, async (address) => {
    const asked = request({ socketPath: address, method: 'POST', path: '/', headers });
    asked.end(body);
    const [response] = await once(asked, 'response');
    return { status: response.statusCode, text: await text(response) };
  });
}
