import type { Terms } from '#contract';
import { HOUR } from '#contract/time.ts';
import { decide } from '#marketplace/inquiries/machine.ts';
import type { Rules } from '#marketplace/inquiries/rules.ts';
import { fold, type ThreadEvent } from '#marketplace/inquiries/thread.ts';
import type { Command } from '#marketplace/inquiries/transitions.ts';

export const START = Date.UTC(2026, 10, 24, 2);
export const RULES: Rules = {
  listPrice: 25_000,
  live: true,
  stock: null,
  floor: null,
  elsewhere: { offers: 0, open: false },
};

/**
 * Plays commands on a thread; `at` is in hours after the start. `seen` is the last seq of the thread unless the command
 * has its own.
 */
export function play(rules: Partial<Rules> = {}) {
  const events: ThreadEvent[] = [];
  const thread = () => fold(events);
  const run = (command: Command, hours = 0) => {
    const { events: added, refusal } = decide(thread(), command, START + hours * HOUR, { ...RULES, ...rules });
    for (const event of added) events.push({ ...event, seq: events.length + 1 });
    return refusal;
  };
  const seen = () => thread().seq;
  const at = (price: number, quantity = 10): Terms => ({ price, quantity });
  return {
    thread,
    kinds: () => events.map((e) => `${e.by} ${e.kind}`),
    run,
    seen,
    ask: (text: string, hours?: number) => run({ by: 'buyer', kind: 'say', text }, hours),
    offer: (price: number, hours?: number) => run({ by: 'buyer', kind: 'offer', terms: at(price), text: '', seen: seen() }, hours),
    counter: (price: number, hours?: number) => run({ by: 'village', kind: 'counter', terms: at(price), text: '', seen: seen() }, hours),
    reply: (text: string, hours?: number) => run({ by: 'village', kind: 'reply', text }, hours),
    buyer: (kind: 'accept' | 'decline' | 'withdraw', hours?: number) => run({ by: 'buyer', kind, text: '', seen: seen() }, hours),
    village: (kind: 'accept' | 'decline' | 'fulfil' | 'cancel', hours?: number) => run({ by: 'village', kind, text: '', seen: seen() }, hours),
    system: (kind: 'expire' | 'remind', hours?: number) => run({ by: 'system', kind }, hours),
  }; // biome-ignore format: one row each
}
