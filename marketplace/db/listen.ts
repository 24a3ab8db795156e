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

  function open(): Promise<pg.Client> {
    const opening = connect(() => lost(opening));
    client = opening;
    opening.catch(() => lost(opening));
    return opening;
  }

  async function connect(onLost: () => void): Promise<pg.Client> {
    const next = new pg.Client({ connectionString: url });
    next.on('notification', ({ channel, payload }) => {
      for (const handle of handlers.get(channel) ?? []) handle(payload ?? '');
    });
    next.on('error', onLost);
    next.on('end', onLost);
    try {
      await next.connect();
      for (const channel of handlers.keys()) await next.query(`listen ${next.escapeIdentifier(channel)}`);
    } catch (error) {
      await next.end().catch(() => {});
      throw error;
    }
    return next;
  }

  /** A connection may say more than once, and late, that it is lost; then there is another one already. */
  function lost(which: Promise<pg.Client>): void {
    if (client !== which) return;
    client = null;
    if (closed || retry || handlers.size === 0) return;
    retry = setTimeout(() => {
      retry = null;
      if (client === null && handlers.size > 0) open();
    }, RETRY_MS);
  }

  /** Whoever stops listening is content with a connection that is gone. */
  async function unlisten(channel: string): Promise<void> {
    const current = await client?.catch(() => null);
    await current?.query(`unlisten ${current.escapeIdentifier(channel)}`).catch(() => {});
  }

  return {
    async listen(channel, onPayload) {
      const set = handlers.get(channel) ?? new Set();
      const isNew = set.size === 0;
      handlers.set(channel, set.add(onPayload));
      const stop = async () => {
        set.delete(onPayload);
        if (set.size > 0 || handlers.get(channel) !== set) return;
        handlers.delete(channel);
        await unlisten(channel);
      };
      try {
        const current = await (client ?? open());
        if (isNew) await current.query(`listen ${current.escapeIdentifier(channel)}`);
      } catch (error) {
        await stop();
        throw error;
      }
      return stop;
    },
    async close() {
      closed = true;
      if (retry) clearTimeout(retry);
      const current = await client?.catch(() => null);
      await current?.end();
    },
  };
}
