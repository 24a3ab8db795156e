import { streamSSE } from 'hono/streaming';
import { MINUTE } from '#contract/time.ts';
import { listenLive } from '#marketplace/db/live.ts';
import { limit } from '#marketplace/http/limits.ts';
import { type Route, villageRoute } from '#marketplace/http/route.ts';
import { LIMITS } from './limits.ts';

/** Shorter than the usual idle limit of proxies (30–60 s). */
const HEARTBEAT_MS = 20_000;
/** After this time the answer ends; the client asks again, and its token is checked again. */
const LIFE_MS = 10 * MINUTE;

const events = villageRoute({
  method: 'GET',
  path: '/v1/events',
  summary: 'Server-sent LiveEvents of the village while the connection is open; hints to look, nothing is replayed',
  response: null,
  rawResponse: 'text/event-stream',
  problems: ['too_many'],
  async handle({ deps, c, actor }) {
    await limit(deps, LIMITS.livePerDevice, `${actor.villageId}/${actor.deviceId}`);
    // A proxy that buffers would hold every event back.
    c.header('x-accel-buffering', 'no');
    c.header('cache-control', 'private, no-store');
    return streamSSE(c, async (stream) => {
      const ended = new AbortController();
      const end = () => ended.abort();
      const stop = await listenLive(deps.listen, actor.villageId, (event) => {
        stream.writeSSE({ data: JSON.stringify(event) }).catch(end);
      });
      const heartbeat = setInterval(() => stream.write(': \n\n').catch(end), HEARTBEAT_MS);
      const life = setTimeout(end, LIFE_MS);
      stream.onAbort(end);
      try {
        // The first bytes tell the client that it gets every event from now on: it then polls once and misses nothing.
        await stream.write(': siap\n\n');
        await aborted(AbortSignal.any([ended.signal, deps.stopping]));
      } finally {
        clearInterval(heartbeat);
        clearTimeout(life);
        await stop();
      }
    });
  },
});

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}

export const liveRoutes: Route[] = [events];
