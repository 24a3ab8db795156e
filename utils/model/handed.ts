import * as z from 'zod/mini';

/**
 * What is known of a card that a person is to save. `form`: it stands in the form, as was read back there. `again`: the
 * site shows the form again with the card in it. `listed`: the product's name stands on the page, and no stranger sees
 * it. `mentioned`: a stranger reads the address, and it is no link. `lost`: looked for and nowhere.
 */
export const HANDED_STATES = ['form', 'again', 'listed', 'mentioned', 'lost'] as const;
export type HandedState = (typeof HANDED_STATES)[number];

/** How often a card was looked for, and what came of it. */
export const Handed = z.object({
  /** Null while Dodolan has not put the card anywhere: the person may have copied it. */
  state: z.nullable(z.enum(HANDED_STATES)),
  /** The tab in which it was put into a form. */
  tabId: z.nullable(z.int()),
  /** Looks since it was put in, and when (ms) the last one was. */
  looks: z.int(),
  lookedAt: z.number(),
});
export type Handed = z.infer<typeof Handed>;
