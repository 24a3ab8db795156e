import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';

export interface LocalSite {
  /** `http://127.0.0.1:<port>`, or the given host name in place of 127.0.0.1. */
  url: string;
  port: number;
  /** Paths that were asked for. */
  asked: string[];
  answer: RequestListener;
  stop(): void;
}

/** A village's web server, on loopback; change `answer` at any time. */
export async function localSite(answer: RequestListener = (_, response) => response.end()): Promise<LocalSite> {
  const server = createServer((request, response) => {
    site.asked.push(request.url ?? '');
    site.answer(request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const site: LocalSite = {
    url: `http://127.0.0.1:${address.port}`,
    port: address.port,
    asked: [],
    answer,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
  return site;
}

export const page =
  (body: string, headers: Record<string, string> = {}): RequestListener =>
  (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html', ...headers });
    response.end(`<!doctype html><title>Desa</title><body>${body}`);
  };
