import type { Input, MessageName, Output, Sender } from '#utils/messages.ts';

/** Who asked, checked by `receive` before any handler runs. */
export interface From {
  page: Sender;
  /**
   * The tab the sender sits in; null for the popup. `url` is the tab's top address, not the frame's. For a panel in a
   * window of its own it is the CMS tab that the window was opened for, while that is there.
   */
  tab: { id: number; url: string; windowId: number | null } | null;
  /** The id of the tab that a panel in a window of its own really sits in; absent for everybody else. */
  ownTab?: number;
}

/** One handler for each row of the table; a missing one does not compile. */
export type Handlers = { [N in MessageName]: (input: Input<N>, from: From) => Promise<Output<N>> };

/** The handlers of one domain: `satisfies HandlersOf<'draft/save' | 'draft/discard'>`. */
export type HandlersOf<N extends MessageName> = Pick<Handlers, N>;

/** The answer to a message that asks for nothing. */
export const DONE = { done: true } as const;
