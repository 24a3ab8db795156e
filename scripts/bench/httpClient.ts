import { Agent, get, type IncomingHttpHeaders } from 'node:http';

export interface Answer {
  headers: IncomingHttpHeaders;
  /** As it came, packed or not. */
  body: Buffer;
  /** All that came back over the wire. */
  wireBytes: number;
}

export interface Client {
  /** One request on a kept connection. Throws on any answer but 200. */
  get(url: string): Promise<Answer>;
  close(): void;
}

/** Keeps up to `connections` open; every request has `headers` and takes gzip. */
export function openClient(connections: number, headers: Record<string, string> = {}): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const all = { ...headers, 'accept-encoding': 'gzip' };
  const ask = (url: string) =>
    new Promise<Answer>((resolve, reject) => {
      let already = 0;
      const request = get(url, { agent, headers: all }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => {
          const body = Buffer.concat(parts);
          if (response.statusCode !== 200) return reject(new Error(`${url}: ${response.statusCode} ${body}`));
          resolve({ headers: response.headers, body, wireBytes: (request.socket?.bytesRead ?? 0) - already });
        });
      });
      request.on('socket', (socket) => {
        already = socket.bytesRead;
      });
      request.on('error', reject);
    });
  return { get: ask, close: () => agent.destroy() };
}
