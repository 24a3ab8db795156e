import { type Deed, deedOf } from './admin.ts';
import type { Asked } from './http.ts';
import type { VillageState } from './state.ts';

/** What may go wrong with a request, once. */
export type FaultKind =
  | 'drop_request' // the line falls before the site has seen it
  | 'drop_answer' // the line falls after the site has done it
  | '500' // PHP dies before it has saved anything
  | '419' // the token has become too old
  | 'logout' // the session ended just before
  | '413' // the web server takes no file of this size
  | 'said200' // 200, and words that say it failed
  | 'noName'; // it was taken, and nothing says how it is called

export type When = Deed | ((asked: Asked) => boolean);

/** Faults that wait for their request, in the order in which they were asked for. */
export class Faults {
  private waiting: { kind: FaultKind; when(asked: Asked): boolean }[] = [];

  constructor(private readonly state: VillageState) {}

  /** The next request of this kind fails: when nothing is said, the next that saves, deletes or sends a picture. */
  add(kind: FaultKind, when: When = (asked) => isWrite(this.state, asked)): void {
    if (kind === 'logout' && this.state.options.session === 'noSignIn') throw new Error('nobody signs in here');
    const isMeant = (asked: Asked) => deedOf(this.state, asked)?.deed === when;
    this.waiting.push({ kind, when: typeof when === 'string' ? isMeant : when });
  }

  take(asked: Asked): FaultKind | null {
    const at = this.waiting.findIndex(({ when }) => when(asked));
    return at < 0 ? null : (this.waiting.splice(at, 1)[0]?.kind ?? null);
  }
}

/** Whether a request may change what the site holds. */
export function isWrite(state: VillageState, asked: Asked): boolean {
  const deed = deedOf(state, asked)?.deed;
  return deed === 'save' || deed === 'update' || deed === 'upload' || deed === 'remove';
}
