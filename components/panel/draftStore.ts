import type { Draft } from '#utils/model/draft.ts';

export type Saved = 'saved' | 'saving' | 'failing';

/** Milliseconds from a keystroke to its save; further typing does not put the save off. What is promised is 300. */
const SAVE_AFTER = 150;
/**
 * Milliseconds before a failed save is tried again: a sleeping background wakes within the first of these, a restarted
 * one within the second.
 */
const RETRY_AFTER = [300, 1000, 3000];

/**
 * The draft as it is on screen. Each change counts as unsaved until the background has confirmed it, so nothing is lost
 * by closing, reloading or crashing, nor by a background that is asleep or restarted.
 */
export class DraftStore {
  private revision = 0;
  private savedRevision = 0;
  private failures = 0;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private stopped = false;
  private readonly listeners = new Set<() => void>();

  constructor(
    private current: Draft,
    private readonly send: (draft: Draft) => Promise<unknown>,
  ) {}

  get draft(): Draft {
    return this.current;
  }

  /** True when something was changed on this page since it was opened. */
  get isTouched(): boolean {
    return this.revision > 0;
  }

  /** True when something is on screen that the background has not confirmed. */
  owes(): boolean {
    return !this.stopped && this.savedRevision !== this.revision;
  }

  get saved(): Saved {
    if (!this.owes()) return 'saved';
    return this.failures === 0 ? 'saving' : 'failing';
  }

  change(update: (draft: Draft) => Draft): void {
    const next = update(this.current);
    if (next === this.current) return;
    this.current = next;
    this.revision++;
    this.schedule(SAVE_AFTER);
    this.notify();
  }

  /** Saves the unsaved changes now: before the page closes, and when a field is left. Never throws. */
  async flush(): Promise<void> {
    if (this.owes()) await this.save();
  }

  /**
   * Stops saving, because the draft has become a listing or is replaced; even unsaved changes are not saved any more.
   */
  stop(): void {
    this.stopped = true;
    if (this.timer !== null) clearTimeout(this.timer);
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private schedule(after: number): void {
    if (this.timer !== null || this.stopped) return;
    this.timer = setTimeout(() => {
      this.timer = null;
      void this.flush();
    }, after);
  }

  private async save(): Promise<void> {
    if (this.stopped) return;
    const revision = this.revision;
    try {
      await this.send(this.current);
      this.failures = 0;
      this.savedRevision = Math.max(this.savedRevision, revision);
    } catch {
      this.failures++;
      this.schedule(RETRY_AFTER[Math.min(this.failures, RETRY_AFTER.length) - 1] ?? SAVE_AFTER);
    }
    this.notify();
  }

  private notify(): void {
    for (const listener of this.listeners) listener();
  }
}
