import type { Rules } from '#marketplace/inquiries/rules.ts';
import type { Command } from '#marketplace/inquiries/transitions.ts';

/**
 * The rules of bargaining told once more, as a person at the village hall would tell them: by looking back through the
 * book. The model shares nothing with the machine and keeps no state but the book itself.
 */
export interface Entry {
  who: 'buyer' | 'village' | 'system';
  what: string;
  price: number;
  quantity: number;
  words: boolean;
  at: number;
}

const HOURS = 60 * 60 * 1000;
const MOVES = ['offered', 'countered', 'accepted', 'declined', 'withdrawn', 'expired', 'fulfilled', 'cancelled'];

export class Book {
  entries: Entry[] = [];

  lastMove(): Entry | undefined {
    return this.entries.findLast((e) => MOVES.includes(e.what));
  }

  /** In the words of the contract's states. */
  state(): string {
    const move = this.lastMove();
    if (move === undefined) return 'open';
    return move.what === 'accepted' ? 'deal' : move.what;
  }

  onTable(): Entry | null {
    const move = this.lastMove();
    return move && (move.what === 'offered' || move.what === 'countered') ? move : null;
  }

  /** The terms on the table, or the agreed ones. */
  terms(): { price: number; quantity: number } | null {
    const agreed = ['deal', 'fulfilled', 'cancelled'].includes(this.state())
      ? this.entries.findLast((e) => e.what === 'offered' || e.what === 'countered')
      : this.onTable();
    return agreed ? { price: agreed.price, quantity: agreed.quantity } : null;
  }

  prices(what: string): number[] {
    return this.entries.filter((e) => e.what === what).map((e) => e.price);
  }

  has(who: string, what: string): boolean {
    return this.entries.some((e) => e.who === who && e.what === what);
  }

  /** Index of the last thing that a person of the village did, except reporting. */
  lastAnswer(): number {
    return this.entries.findLastIndex((e) => e.who === 'village' && e.what !== 'reported');
  }

  reportedByVillage(): boolean {
    return this.entries.findLastIndex((e) => e.who === 'village' && e.what === 'reported') > this.lastAnswer();
  }

  flagged(): boolean {
    return this.reportedByVillage() || this.entries.findLastIndex((e) => e.what === 'held') > this.lastAnswer();
  }

  /** The oldest thing of the buyer that still waits for the village. */
  waits(): number | null {
    const settled = this.entries.findLastIndex((e) => e.who === 'village' || e.what === 'erased');
    const words = this.entries
      .slice(settled + 1)
      .find((e) => e.who === 'buyer' && e.words && ['asked', 'said', 'offered'].includes(e.what));
    const table = this.onTable();
    const times = [words?.at, table?.what === 'offered' ? table.at : undefined].filter((t) => t !== undefined);
    return times.length ? Math.min(...times) : null;
  }

  add(who: Entry['who'], what: string, at: number, words = false, terms?: { price: number; quantity: number }) {
    this.entries.push({ who, what, at, words, price: terms?.price ?? 0, quantity: terms?.quantity ?? 0 });
  }

  /** Does what the command asks, or says why not. `fresh`: the person had seen the last move. */
  act(c: Command, now: number, rules: Rules, fresh: boolean): string | null {
    const at = Math.max(now, this.entries.at(-1)?.at ?? 0);
    const table = this.onTable();
    let isFresh = fresh;
    if (table && at - table.at >= 48 * HOURS) {
      this.add('system', 'expired', Math.max(table.at + 48 * HOURS, this.lastAt()));
      isFresh = false;
    }
    if (c.by === 'system') return this.clockwork(c, at, rules);
    const ends = ['withdraw', 'decline', 'report', 'erase', 'fulfil', 'cancel'];
    const shut =
      this.has('buyer', 'erased') || (c.by === 'buyer' ? this.reportedByVillage() : this.has('buyer', 'reported'));
    if (shut && (!ends.includes(c.kind) || (c.by === 'village' && c.kind === 'decline'))) return 'forbidden';
    if (c.kind === 'erase') {
      if (this.has('buyer', 'erased')) return null;
      if (this.state() === 'offered') this.add('buyer', 'withdrawn', at);
      else if (this.state() === 'countered') this.add('buyer', 'declined', at);
      this.add('buyer', 'erased', at);
      return null;
    }
    if ('seen' in c && !isFresh) return 'inquiry_state_changed';
    const heldBefore = this.flaggedByText();
    const refusal = this.move(c, at, rules);
    if (refusal) return refusal;
    if (c.by === 'buyer' && c.text.includes('http') && this.lastAnswer() < 0 && !heldBefore)
      this.add('system', 'held', at);
    return null;
  }

  private flaggedByText(): boolean {
    return this.entries.findLastIndex((e) => e.what === 'held') > this.lastAnswer();
  }

  private lastAt(): number {
    return this.entries.at(-1)?.at ?? 0;
  }

  private clockwork(c: Command & { by: 'system' }, at: number, rules: Rules): null {
    if (this.flagged()) return null;
    if (c.kind === 'remind') {
      const since = this.waits();
      const told = this.entries.some((e) => e.what === 'reminded' && since !== null && e.at >= since);
      if (since !== null && !told && at - since >= 24 * HOURS) this.add('system', 'reminded', at);
    }
    const table = this.onTable();
    if (
      c.kind === 'floor' &&
      table?.what === 'offered' &&
      this.entries.indexOf(table) + 1 === c.offer &&
      rules.floor &&
      rules.live &&
      (rules.stock === null || table.quantity <= rules.stock)
    ) {
      if (table.price >= rules.floor.price) this.add('system', 'accepted', at);
      else if (rules.floor.below === 'decline') this.add('system', 'declined', at);
    }
    return null;
  }

  private move(c: Exclude<Command, { by: 'system' }>, at: number, rules: Rules): string | null {
    const state = this.state();
    const words = 'text' in c && c.text !== '';
    const say = (what: string, terms?: { price: number; quantity: number }) => {
      this.add(c.by, what, at, words, terms);
      return null;
    };
    const only = (states: string[], what: string) => (states.includes(state) ? say(what) : 'inquiry_state_changed');
    switch (c.kind) {
      case 'say':
        return say(this.entries.length === 0 ? 'asked' : 'said');
      case 'reply':
        return say('said');
      case 'report':
        return say('reported');
      case 'accept':
        return only([c.by === 'buyer' ? 'countered' : 'offered'], 'accepted');
      case 'decline':
        return only(c.by === 'buyer' ? ['countered'] : ['offered', 'countered'], 'declined');
      case 'withdraw':
        return state === 'deal' ? say('cancelled') : only(['offered'], 'withdrawn');
      case 'fulfil':
        return only(['deal'], 'fulfilled');
      case 'cancel':
        return only(['deal'], 'cancelled');
      case 'counter': {
        if (state !== 'offered' && state !== 'countered') return 'inquiry_state_changed';
        if (c.terms.price > rules.listPrice) return 'offer_above_list_price';
        return this.prices('countered').some((p) => p <= c.terms.price) ? 'offer_not_lower' : say('countered', c.terms);
      }
      case 'offer': {
        if (['deal', 'fulfilled', 'cancelled'].includes(state)) return 'inquiry_state_changed';
        if (state === 'offered') return 'offer_open';
        if (!rules.live) return 'listing_gone';
        if (rules.elsewhere.open) return 'offer_open';
        const before = this.prices('offered');
        if (before.length + rules.elsewhere.offers >= 3) return 'offers_used_up';
        if (c.terms.price > rules.listPrice) return 'offer_above_list_price';
        const last = before.at(-1);
        const up = last === undefined || c.terms.price > last || c.terms.price === rules.listPrice;
        return up ? say('offered', c.terms) : 'offer_not_higher';
      }
      default:
        throw new Error(`the model does not know ${c.kind}`);
    }
  }
}
