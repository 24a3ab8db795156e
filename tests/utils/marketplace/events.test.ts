import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { LiveEvent } from '#contract';
import { addListing, openThread } from '#tests/marketplace/inquiries/fixture.ts';
import { Laptop } from '#tests/utils/outbox/village.ts';
import { readEvents } from '#utils/marketplace/events.ts';

const ID = 'abcdefghijklmnop';
const options = (signal = new AbortController().signal) => ({
  url: 'https://pasar.example/v1/events',
  token: 't',
  signal,
});

/** A stream that comes in these pieces, as a slow network cuts them. */
const pieces =
  (...parts: (string | Uint8Array)[]) =>
  async () =>
    new Response(
      new ReadableStream({
        start(controller) {
          for (const part of parts)
            controller.enqueue(typeof part === 'string' ? new TextEncoder().encode(part) : part);
          controller.close();
        },
      }),
    );

async function read(fetch: () => Promise<Response>): Promise<LiveEvent[]> {
  const events: LiveEvent[] = [];
  await readEvents(fetch, options(), (event) => events.push(event));
  return events;
}

describe('a stream', () => {
  test('is read wherever the network cuts it', async () => {
    const whole = `: siap\n\ndata: {"kind":"inquiry","id":"${ID}"}\r\n\r\ndata:{"kind":"listing","id":"${ID}"}\n\n`;
    for (let at = 0; at <= whole.length; at += 1) {
      const kinds = (await read(pieces(whole.slice(0, at), whole.slice(at)))).map(({ kind }) => kind);
      expect(kinds).toEqual(['inquiry', 'listing']);
    }
  });

  test('with anything else in it brings only what is an event', async () => {
    const noise = `data: not json\n\ndata: {"kind":"evil","id":"${ID}"}\n\nevent: x\ndata: {"kind":"village","id":"${ID}"}\n\n`;
    expect(await read(pieces(noise, new Uint8Array([0xff, 0xfe]), 'x'.repeat(50_000)))).toEqual([
      { kind: 'village', id: ID },
    ]);
  });

  test('that is refused says so', async () => {
    await expect(read(async () => new Response('no', { status: 401 }))).rejects.toMatchObject({ code: 'unreachable' });
  });
});

describe('the real marketplace', () => {
  let laptop: Laptop;
  beforeAll(async () => {
    laptop = await Laptop.start();
  }, 60_000);
  afterAll(() => laptop.stop());
  beforeEach(() => laptop.reset());

  test('tells of a buyer’s question while it is listened to', async () => {
    const listing = await addListing(laptop.market, laptop.village);
    const marketplace = await laptop.deps().marketplace(laptop.key);
    const stop = new AbortController();
    const heard = new Promise<LiveEvent>((resolve, reject) => {
      marketplace?.listen(stop.signal, resolve).catch(reject);
    });
    // Asked again and again, because nobody says when listening has begun.
    const asking = setInterval(() => void openThread(laptop.market, listing), 100);
    const event = await heard;
    clearInterval(asking);
    stop.abort();
    expect(event.kind).toBe('inquiry');
  });
});
