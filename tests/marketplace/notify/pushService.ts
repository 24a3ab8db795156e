import { createECDH, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { decrypt } from 'http_ece';
import getTlsOptions from 'smtp-server/lib/tls-options';

export interface Push {
  headers: Record<string, string>;
  /** The message as the browser reads it. */
  text: string;
}

/** A push service on https, and browsers that have subscribed there: it opens what it is sent with the browser's keys. */
export async function startPushService() {
  const pushes: Push[] = [];
  const state = { status: 201, retryAfter: null as string | null, isMute: false, isSlow: false };
  // A certificate for `localhost` that nobody trusts: the test runs as local practice does.
  const { key, cert } = getTlsOptions();
  /** Connections whose push was taken and never answered. */
  const held = new Set<Socket>();
  const keys = new Map<string, { ecdh: ReturnType<typeof createECDH>; auth: Buffer }>();
  const server = createServer({ key, cert }, (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      if (state.isMute) return request.socket.destroy();
      if (state.isSlow) return void held.add(request.socket);
      const browser = keys.get(request.url ?? '');
      const headers = request.headers as Record<string, string>;
      if (browser && state.status < 300 && headers['content-encoding'] === 'aes128gcm') {
        // Salt and the sender's key stand before the message.
        const plain = decrypt(Buffer.concat(chunks), {
          version: 'aes128gcm',
          privateKey: browser.ecdh,
          authSecret: browser.auth.toString('base64url'),
        });
        pushes.push({ headers, text: plain.toString('utf8') });
      }
      response.writeHead(state.status, state.retryAfter === null ? {} : { 'retry-after': state.retryAfter }).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  let browsers = 0;
  return {
    pushes,
    state,
    /** What a browser's `subscribe` answers with; `again`: at the address that it had. */
    subscription(again?: string) {
      const path = again === undefined ? `/push/${browsers++}` : new URL(again).pathname;
      const ecdh = createECDH('prime256v1');
      const p256dh = ecdh.generateKeys('base64url');
      const auth = randomBytes(16);
      keys.set(path, { ecdh, auth });
      return {
        endpoint: `https://127.0.0.1:${port}${path}`,
        expirationTime: null,
        keys: { p256dh, auth: auth.toString('base64url') },
      };
    },
    held: () => held.size,
    drop() {
      for (const socket of held) socket.destroy();
    },
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** A pair of keys as an operator makes it. */
export function vapidKeys() {
  const pair = createECDH('prime256v1');
  const publicKey = pair.generateKeys('base64url');
  const privateKey = Buffer.concat([Buffer.alloc(32), pair.getPrivateKey()])
    .subarray(-32)
    .toString('base64url');
  return { publicKey, privateKey, subject: 'mailto:operator@pasar.example' };
}
