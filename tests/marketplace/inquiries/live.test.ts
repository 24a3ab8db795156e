import { serve } from '@hono/node-server';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { LiveEvent } from '#contract';
import { createApp } from '#marketplace/app.ts';
import { notify, type OpenDatabase, openPostgres } from '#marketplace/db/open.ts';
import type { Deps } from '#marketplace/deps.ts';
import {
  type Backend,
  backends,
  type Marketplace,
  startMarketplace,
  type TestVillage,
} from '#tests/marketplace/harness.ts';
import { addListing, openThread, villageSide } from './fixture.ts';

/** Starts a server of its own, like a second process: on PostgreSQL the two share nothing but the database. */
async function listenOn(market: Marketplace, own: Partial<Deps> = {}) {
  const stopping = new AbortController();
  const app = createApp({ ...market.deps, ...own, stopping: stopping.signal });
  const { promise, resolve } = Promise.withResolvers<number>();
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, (info) => resolve(info.port));
  const url = `http://127.0.0.1:${await promise}`;
  return {
    url,
    stop: () => stopping.abort(),
    close: () => new Promise<void>((done) => server.close(() => done())),
  };
}

/** Connections of its own to the market's database; null for the embedded one, which has only this process. */
async function ownDatabase(market: Marketplace, backend: Backend): Promise<OpenDatabase | null> {
  if (backend === 'embedded') return null;
  const url = new URL(process.env.TEST_DATABASE_URL ?? '');
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(market.deps.db);
  url.pathname = `/${rows[0]?.name}`;
  return openPostgres(url.href, 2);
}

/** Follows `/v1/events`; `next` answers the next event, `ended` when the server closed the stream. */
async function follow(url: string, token: string) {
  const leave = new AbortController();
  const response = await fetch(`${url}/v1/events`, {
    headers: { authorization: `Bearer ${token}` },
    signal: leave.signal,
  });
  const events: LiveEvent[] = [];
  const waiting: ((event: LiveEvent) => void)[] = [];
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  // From the first bytes on, the stream gets every event.
  await reader?.read();
  const ended = (async () => {
    for (;;) {
      const { done, value = '' } = (await reader?.read()) ?? { done: true };
      if (done) return;
      for (const [, json = ''] of value.matchAll(/^data: (.*)$/gm)) {
        const event = LiveEvent.parse(JSON.parse(json));
        const taker = waiting.shift();
        if (taker) taker(event);
        else events.push(event);
      }
    }
  })();
  ended.catch(() => {});
  return {
    response,
    ended,
    leave: () => leave.abort(),
    next: () => {
      const event = events.shift();
      return event ? Promise.resolve(event) : new Promise<LiveEvent>((resolve) => waiting.push(resolve));
    },
  };
}

describe.each(backends)('live events, on %s', (backend) => {
  let market: Marketplace;
  let village: TestVillage;
  let listing: { id: string };
  let database: OpenDatabase | null;
  let servers: Awaited<ReturnType<typeof listenOn>>[];
  beforeAll(async () => {
    market = await startMarketplace({ backend });
    database = await ownDatabase(market, backend);
    const own = database ? { db: database.db, listen: database.listen } : {};
    servers = [await listenOn(market), await listenOn(market, own)];
  });
  afterAll(async () => {
    for (const server of servers) server.stop();
    await Promise.all(servers.map((server) => server.close()));
    await database?.close();
    await market.stop();
  });
  beforeEach(async () => {
    village = await market.village();
    listing = await addListing(market, village);
  });
  const url = (n: number) => servers[n]?.url ?? '';

  test('a popup hears of a question whichever server took it, and of nothing of another village', async () => {
    const stranger = await market.village();
    const elsewhere = await addListing(market, stranger);
    const popups = [await follow(url(0), village.token), await follow(url(1), village.token)];
    expect(popups[0]?.response.headers.get('content-type')).toContain('text/event-stream');
    await openThread(market, elsewhere);
    const { id } = await openThread(market, listing);
    for (const popup of popups) expect(await popup.next()).toEqual({ kind: 'inquiry', id });
    await villageSide(market, village).send(id, { kind: 'reply', text: 'Ada' });
    for (const popup of popups) expect(await popup.next()).toEqual({ kind: 'inquiry', id });
    for (const popup of popups) popup.leave();
  });

  test('what was refused is not told; rubbish on the channel hurts nobody', async () => {
    const popup = await follow(url(0), village.token);
    const { id } = await openThread(market, listing);
    expect(await popup.next()).toEqual({ kind: 'inquiry', id });
    await villageSide(market, village).send(id, { kind: 'accept', text: '', seen: 1 });
    await notify(market.deps.db, 'dodolan_live', `["${village.id}", `);
    await notify(market.deps.db, 'dodolan_live', `["${village.id}", "inquiry", "<b>"]`);
    await villageSide(market, village).send(id, { kind: 'reply', text: 'Ada' });
    expect(await popup.next()).toEqual({ kind: 'inquiry', id });
    popup.leave();
  });

  test('a stopping server ends its streams, so that it can close', async () => {
    const server = await listenOn(market);
    const popup = await follow(server.url, village.token);
    server.stop();
    await popup.ended;
    await server.close();
  });

  test('a reader that leaves takes its listener along', async () => {
    let listeners = 0;
    const listen: typeof market.deps.listen = async (channel, onPayload) => {
      const stop = await market.deps.listen(channel, onPayload);
      listeners++;
      return async () => {
        await stop();
        listeners--;
        left.resolve();
      };
    };
    const left = Promise.withResolvers<void>();
    const server = await listenOn(market, { listen });
    const popup = await follow(server.url, village.token);
    expect(listeners).toBe(1);
    popup.leave();
    await left.promise;
    expect(listeners).toBe(0);
    await server.close();
  });

  test('without a token there is nothing to hear', async () => {
    expect((await fetch(`${url(0)}/v1/events`)).status).toBe(401);
  });

  test('a poll with nothing new is at most 500 bytes on the wire, headers and all', async () => {
    await openThread(market, listing);
    const { cursor } = await villageSide(market, village).list();
    const { connect } = await import('node:net');
    const { hostname, port } = new URL(url(0));
    const socket = connect(Number(port), hostname);
    socket.write(
      `GET /v1/inquiries?after=${cursor} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${village.token}\r\nconnection: close\r\n\r\n`,
    );
    const chunks: Buffer[] = [];
    for await (const chunk of socket) chunks.push(chunk);
    const answer = Buffer.concat(chunks).toString();
    expect(answer).toContain('"inquiries":[]');
    expect(answer.length, answer).toBeLessThanOrEqual(500);
  });
});
