import { INQUIRY_STATES, type InquiryState, type Terms, type VillageMessage } from '#contract';
import type { RefusalCode } from './rules.ts';
import type { EventKind } from './thread.ts';

/**
 * `seen` is the seq of the last event that the person had seen. A command without `seen` (words only) may always be
 * sent.
 */
export type Command =
  | { by: 'buyer'; kind: 'say' | 'report'; text: string }
  | { by: 'buyer'; kind: 'offer'; terms: Terms; text: string; seen: number }
  | { by: 'buyer'; kind: 'accept' | 'decline' | 'withdraw'; text: string; seen: number }
  | { by: 'buyer'; kind: 'erase' }
  | ({ by: 'village' } & VillageMessage)
  | { by: 'system'; kind: 'expire' | 'remind' }
  /**
   * The hidden floor answers the offer whose event has the seq `offer`, or does nothing if that offer is no longer on
   * the table.
   */
  | { by: 'system'; kind: 'floor'; offer: number };

export type CommandName<C extends Command = Command> = C extends Command ? `${C['by']}.${C['kind']}` : never;
/** What follows in the thread: an event, a refusal, or null when there is nothing to do and nobody to tell. */
export type Cell = EventKind | RefusalCode | null;

const X = 'inquiry_state_changed';
const O = 'offer_open';
const row = (...cells: Cell[]) => cells;

/** What each command does in each state; columns in the order of INQUIRY_STATES. The rules may still refuse it. */
// biome-ignore format: a table
export const TRANSITIONS: Record<CommandName, Cell[]> = {
  //                     open        offered      countered    deal         fulfilled    cancelled    declined     withdrawn    expired
  'buyer.say':       row('said',     'said',      'said',      'said',      'said',      'said',      'said',      'said',      'said'),
  'buyer.offer':     row('offered',  O,           'offered',   X,           X,           X,           'offered',   'offered',   'offered'),
  'buyer.accept':    row(X,          X,           'accepted',  X,           X,           X,           X,           X,           X),
  'buyer.decline':   row(X,          X,           'declined',  X,           X,           X,           X,           X,           X),
  'buyer.withdraw':  row(X,          'withdrawn', X,           'cancelled', X,           X,           X,           X,           X),
  'buyer.report':    row('reported', 'reported',  'reported',  'reported',  'reported',  'reported',  'reported',  'reported',  'reported'),
  'buyer.erase':     row(null,       'withdrawn', 'declined',  null,        null,        null,        null,        null,        null),
  'village.reply':   row('said',     'said',      'said',      'said',      'said',      'said',      'said',      'said',      'said'),
  'village.counter': row(X,          'countered', 'countered', X,           X,           X,           X,           X,           X),
  'village.accept':  row(X,          'accepted',  X,           X,           X,           X,           X,           X,           X),
  'village.decline': row(X,          'declined',  'declined',  X,           X,           X,           X,           X,           X),
  'village.fulfil':  row(X,          X,           X,           'fulfilled', X,           X,           X,           X,           X),
  'village.cancel':  row(X,          X,           X,           'cancelled', X,           X,           X,           X,           X),
  'village.report':  row('reported', 'reported',  'reported',  'reported',  'reported',  'reported',  'reported',  'reported',  'reported'),
  'system.expire':   row(null,       null,        null,        null,        null,        null,        null,        null,        null),
  'system.remind':   row('reminded', 'reminded',  'reminded',  'reminded',  'reminded',  'reminded',  'reminded',  'reminded',  'reminded'),
  'system.floor':    row(null,       'accepted',  null,        null,        null,        null,        null,        null,        null),
};

export const nameOf = (command: Command): CommandName => `${command.by}.${command.kind}` as CommandName;

/** The table's cell for a command in a state. */
export const cellOf = (state: InquiryState, command: Command): Cell =>
  TRANSITIONS[nameOf(command)][INQUIRY_STATES.indexOf(state)] ?? null;
