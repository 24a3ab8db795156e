import { withoutOthersTick } from '#utils/makers/consent.ts';
import type { Draft } from '#utils/model/draft.ts';

export type Saved = 'saved' | 'saving' | 'failing';

/**
 * Milliseconds before a failed save is tried again: a sleeping background wakes within the first of these, a restarted
 * one within the second.
 */
const RETRY_AFTER = [300, 1000, 3000];

/** Where the draft goes. */
export interface Keeping {
  /** Takes the words within the call, so that they outlive this page whatever becomes of it. */
  ahead(draft: Draft): void;
  /**
   * Saves them for good, over what this page last knew of the draft. Answers the draft where another tab's words were put into
   * it. Throws when the background did not.
   */
  save(draft: Draft, known: Draft): Promise<Draft | undefined>;
  /** Forgets what `ahead` took, because all of it is saved. */
  confirmed(draft: Draft): void;
}

/**
 * The draft as it is on screen. Each change is written ahead and on its way to the background before the call that made
 * it ends, and counts as unsaved until the background has confirmed it. So nothing is lost by closing, reloading or
 * crashing, nor by a background that is asleep or restarted. One save is under way at a time, so that none overtakes
 * another; the newest words go next.
 */
export class DraftStore {
  private revision = 0;
  private savedRevision = 0;
  private failures = 0;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private isSaving = false;
  private stopped = false;
  private readonly listeners = new Set<() => void>();

  /** The draft as the background has it, as far as this page knows. */
  private known: Draft;

  constructor(
    private current: Draft,
    private readonly keeping: Keeping,
  ) {
    this.known = current;
  }

  get draft(): Draft {
    return this.current;
  }

  /** True when something was changed on this page since it was opened. */
  get isTouched(): boolean {
    return this.revision > 0;
  }

  get saved(): Saved {
    if (!this.owes()) return 'saved';
    return this.failures === 0 ? 'saving' : 'failing';
  }

  change(update: (draft: Draft) => Draft): void {
    const next = withoutOthersTick(this.current, update(this.current));
    if (next === this.current) return;
    this.current = next;
    this.revision++;
    if (!this.stopped) this.keeping.ahead(next);
    if (this.failures === 0) this.flush();
    this.notify();
  }

  /** Saves what is unsaved now, without waiting for the next try. Never throws. */
  flush(): void {
    void this.save();
  }

  /**
   * The draft has become a listing. It is not saved any more, unless something was typed after `published` was sent:
   * those words stay a draft of the listing.
   */
  becameListing(published: Draft): void {
    if (published !== this.current) return;
    this.stopped = true;
    this.cancelRetry();
    this.keeping.confirmed(this.current);
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private owes(): boolean {
    return !this.stopped && this.savedRevision !== this.revision;
  }

  private async save(): Promise<void> {
    if (this.isSaving || !this.owes()) return;
    this.cancelRetry();
    this.isSaving = true;
    const { revision } = this;
    try {
      const said = this.current;
      const merged = await this.keeping.save(said, this.known);
      this.known = merged ?? said;
      if (merged !== undefined) this.takeOver(said, merged);
      this.failures = 0;
      this.savedRevision = revision;
    } catch {
      this.failures++;
    }
    this.isSaving = false;
    if (!this.stopped) this.next();
    this.notify();
  }

  /** Another tab's words, where nothing was typed here since they were asked for. */
  private takeOver(said: Draft, merged: Draft): void {
    const { form, photos } = this.current;
    const free = (Object.keys(merged.form) as (keyof Draft['form'])[]).filter((key) => form[key] === said.form[key]);
    const theirs = Object.fromEntries(free.map((key) => [key, merged.form[key]]));
    const isFree = photos === said.photos;
    this.current = { ...this.current, form: { ...form, ...theirs }, photos: isFree ? merged.photos : photos };
  }

  private next(): void {
    if (this.failures > 0) this.retry();
    else if (this.owes()) this.flush();
    else this.keeping.confirmed(this.current);
  }

  private retry(): void {
    const after = RETRY_AFTER[Math.min(this.failures, RETRY_AFTER.length) - 1];
    this.timer = setTimeout(() => this.flush(), after);
  }

  private cancelRetry(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }

  private notify(): void {
    for (const listener of this.listeners) listener();
  }
}
