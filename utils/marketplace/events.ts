import { LiveEvent } from '#contract';
import { AppError } from '#utils/appError.ts';
import type { Fetch } from './http.ts';

/** Longest line taken; ours are under 100 characters. */
const LINE_MAX = 10_000;

/**
 * Reads a server-sent event stream by fetch, because `EventSource` cannot carry a bearer token. Resolves when the stream
 * ends, rejects when it cannot be opened or breaks. Lines that are no `LiveEvent` (comments, other kinds) are skipped.
 */
export async function readEvents(
  fetch: Fetch,
  { url, token, signal }: { url: string; token: string; signal: AbortSignal },
  onEvent: (event: LiveEvent) => void,
): Promise<void> {
  const response = await fetch(url, {
    headers: { accept: 'text/event-stream', authorization: `Bearer ${token}` },
    credentials: 'omit',
    redirect: 'error',
    cache: 'no-store',
    signal,
  });
  if (!response.ok || response.body === null) throw new AppError('unreachable');
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const lines = (rest + value).split(/\r?\n/);
    rest = (lines.pop() ?? '').slice(0, LINE_MAX);
    for (const line of lines) {
      const event = line.startsWith('data:') ? LiveEvent.safeParse(parse(line.slice(5))) : null;
      if (event?.success) onEvent(event.data);
    }
  }
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
