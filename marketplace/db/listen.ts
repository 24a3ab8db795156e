import pg from 'pg';
import type { Listen } from './open.ts';

const RETRY_MS = 1000;

/**
 * One connection for all LISTENs of this process. It opens at the first LISTEN, and opens again when it is lost.
 * Notifications sent in between are missed: they only hint that there is something to read, and the rows are the truth.
 */
export function listenOn(url: string): { listen: Listen; close(): Promise<void> } {
  const handlers = new Map<string, Set<(payload: string) => void>>();
  let client: Promise<pg.Client> | null = null;
  let retry: NodeJS.Timeout | null = null;
  let closed = false;

  async function connect(): Promise<pg.Client> {
    const next = new pg.Client({ connectionString: url });
    next.on('notification', ({ channel, payload }) => {
      for (const handle of handlers.get(channel) ?? []) handle(payload ?? '');
    });
    next.on('error', lost);
    next.on('end', lost);
    await next.connect();
    for (const channel of handlers.keys()) await next.query(`listen ${next.escapeIdentifier(channel)}`);
    return next;
  }

  function lost(): void {
    client = null;
    if (closed || retry || handlers.size === 0) return;
    retry = setTimeout(() => {
      retry = null;
      client ??= connect();
      client.catch(lost);
    }, RETRY_MS);
  }

  return {
    async listen(channel, onPayload) {
      const set = handlers.get(channel) ?? new Set();
      const isNew = set.size === 0;
      handlers.set(channel, set.add(onPayload));
      client ??= connect();
      const open = await client;
      if (isNew) await open.query(`listen ${open.escapeIdentifier(channel)}`);
      return async () => {
        set.delete(onPayload);
        if (set.size > 0) return;
        handlers.delete(channel);
        const current = await client?.catch(() => null);
        await current?.query(`unlisten ${current.escapeIdentifier(channel)}`);
      };
    },
    async close() {
      closed = true;
      if (retry) clearTimeout(retry);
      const current = await client?.catch(() => null);
      await current?.end();
    },
  };
}
