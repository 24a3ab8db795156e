import type { Terms } from '#contract';
import { mustHold } from './contentFilter.ts';
import { canJudge, floorAnswer } from './floor.ts';
import { OFFERS_MAX, REMIND_AFTER, type RefusalCode, type Rules } from './rules.ts';
import {
  type EventKind,
  evolve,
  isSilenced,
  type Party,
  type Thread,
  type ThreadEvent,
  waitingSince,
} from './thread.ts';
import { type Command, type CommandName, cellOf, nameOf } from './transitions.ts';

/**
 * What the other side may still do after one side was reported or erased its data: end what is open, keep the books,
 * report.
 */
const STILL_ALLOWED: ReadonlySet<CommandName> = new Set<CommandName>(
  ['buyer.withdraw', 'buyer.decline', 'buyer.report', 'buyer.erase', 'village.fulfil', 'village.cancel', 'village.report'],
); // biome-ignore format: one list

/** An event to append; the store numbers it. */
export type NewEvent = Omit<ThreadEvent, 'seq'>;
export interface Decision {
  /** Events to append even when the command itself is refused: an offer whose time was over has expired in any case. */
  events: NewEvent[];
  refusal: RefusalCode | null;
}

/**
 * What a command does to a thread at `now` (ms). Pure: the store runs it on the locked thread and appends the events.
 * An overdue offer expires first, so that it makes no difference whether the expiry job or a late answer came first.
 */
export function decide(thread: Thread, command: Command, now: number, rules: Rules): Decision {
  const at = Math.max(now, thread.lastAt);
  const due = overdue(thread, at);
  const current = due.reduce((t, expired) => evolve(t, { ...expired, seq: t.seq + 1 }), thread);
  const answer = command.by === 'system' ? system(current, command, at, rules) : person(current, command, at, rules);
  return typeof answer === 'string' ? { events: due, refusal: answer } : { events: [...due, ...answer], refusal: null };
}

/**
 * The event of an expiry that is due at `at` (ms), if any. It is dated to the moment when the offer's time was over,
 * however late that was noticed.
 */
export function overdue(thread: Thread, at: number): NewEvent[] {
  const { expiresAt, lastAt } = thread;
  return expiresAt !== null && at >= expiresAt ? [event(Math.max(expiresAt, lastAt), 'system', 'expired')] : [];
}

const event = (
  at: number,
  by: Party,
  kind: EventKind,
  text: string | null = null,
  terms: Terms | null = null,
): NewEvent => ({
  at,
  by,
  kind,
  text,
  terms,
});

function system(thread: Thread, command: Command & { by: 'system' }, at: number, rules: Rules): NewEvent[] {
  if (cellOf(thread.state, command) === null || isSilenced(thread)) return [];
  if (command.kind === 'floor') {
    const answer = canJudge(thread, command.offer, rules) ? floorAnswer(thread.terms, rules) : null;
    return answer === null ? [] : [event(at, 'system', answer)];
  }
  const due = remindAt(thread);
  return due !== null && at >= due ? [event(at, 'system', 'reminded')] : [];
}

/**
 * When the village is to be reminded (ms); null when nothing waits, when it was reminded, or when the thread is
 * silenced.
 */
export function remindAt(thread: Thread): number | null {
  const since = waitingSince(thread);
  return since === null || isSilenced(thread) || (thread.remindedAt ?? 0) >= since ? null : since + REMIND_AFTER;
}

type Person = Exclude<Command, { by: 'system' }>;

function person(thread: Thread, command: Person, at: number, rules: Rules): NewEvent[] | RefusalCode {
  if (isShut(thread, command.by) && !STILL_ALLOWED.has(nameOf(command))) return 'forbidden';
  if (command.kind === 'erase') return erase(thread, command, at);
  if ('seen' in command && (command.seen < thread.stateSeq || command.seen > thread.seq))
    return 'inquiry_state_changed';
  const kind = cellOf(thread.state, command);
  const refusal = isRefusal(kind) ? kind : brokenRule(thread, command, rules);
  if (refusal !== null || kind === null || isRefusal(kind)) return refusal ?? [];
  const first = kind === 'said' && thread.seq === 0 && command.by === 'buyer' ? 'asked' : kind;
  const main = event(at, command.by, first, command.text || null, 'terms' in command ? command.terms : null);
  // Until a person of the village has answered once, a buyer's message with a link or a number waits for a look.
  const hold = command.by === 'buyer' && thread.answeredAt === null && !thread.held && mustHold(command.text);
  return hold ? [main, event(at, 'system', 'held')] : [main];
}

/** Erasing first ends an open bargain, so that the village does not bargain with a buyer who is gone. */
function erase(thread: Thread, command: Person, at: number): NewEvent[] {
  if (thread.erased) return [];
  const ending = cellOf(thread.state, command);
  const erased = event(at, 'buyer', 'erased');
  return ending === null || isRefusal(ending) ? [erased] : [event(at, 'buyer', ending), erased];
}

const isShut = (thread: Thread, by: 'buyer' | 'village'): boolean =>
  thread.erased || (by === 'buyer' ? thread.reportedBy.village : thread.reportedBy.buyer);

const REFUSALS: ReadonlySet<string> = new Set(['inquiry_state_changed', 'offer_open']);
const isRefusal = (cell: EventKind | RefusalCode | null): cell is RefusalCode => cell !== null && REFUSALS.has(cell);

/**
 * The first rule of the bargain that the command breaks: the buyer's price only rises, the village's only falls,
 * neither is above the list price, and there are 3 offers.
 */
function brokenRule(thread: Thread, command: Person, rules: Rules): RefusalCode | null {
  if (command.kind === 'counter') {
    if (command.terms.price > rules.listPrice) return 'offer_above_list_price';
    return thread.villagePrice !== null && command.terms.price >= thread.villagePrice ? 'offer_not_lower' : null;
  }
  if (command.kind !== 'offer') return null;
  if (!rules.live) return 'listing_gone';
  if (rules.elsewhere.open) return 'offer_open';
  if (thread.offersMade + rules.elsewhere.offers >= OFFERS_MAX) return 'offers_used_up';
  if (command.terms.price > rules.listPrice) return 'offer_above_list_price';
  // The buyer may always offer today's list price, even if it has fallen below what the buyer offered before.
  const lower = thread.buyerPrice !== null && command.terms.price <= thread.buyerPrice;
  return lower && command.terms.price < rules.listPrice ? 'offer_not_higher' : null;
}

/** Offers the buyer may still make on this product. */
export const offersLeft = (thread: Pick<Thread, 'offersMade'>): number => Math.max(0, OFFERS_MAX - thread.offersMade);
