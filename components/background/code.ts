import { useEffect, useState } from 'preact/hooks';

/**
 * Code that a page needs only after its first letter can be typed: it is asked for once the page is drawn, so that reading
 * it keeps nobody waiting. Asked for again when it did not come.
 */
export class Code<T> {
  /** Null until it is here. */
  here: T | null = null;
  private coming: Promise<T> | null = null;

  constructor(private readonly read: () => Promise<T>) {}

  load(): Promise<T> {
    this.coming ??= this.read().then(
      (code) => {
        this.here = code;
        return code;
      },
      (error) => {
        this.coming = null;
        throw error;
      },
    );
    return this.coming;
  }
}

/** What `code` holds; null before it is here, and drawn again then. */
export function useCode<T>(code: Code<T>): T | null {
  const [, redraw] = useState(0);
  const drawn = code.here;
  useEffect(() => {
    // It is asked what was drawn, not what is here: code that another caller asked for may come between the two.
    // Where it cannot be read the extension is gone, which is said elsewhere.
    if (drawn === null)
      void code.load().then(
        () => redraw((count) => count + 1),
        () => undefined,
      );
  }, [code]);
  return drawn;
}
