import * as z from 'zod/mini';

/** What a row that was set aside is about, in the words of the person who looks at it. */
export const ASIDE_KINDS = [
  'draft',
  'listing',
  'owed',
  'inquiry',
  'photo',
  'typed',
  'village',
  'site',
  'settings',
  'other',
] as const;
export type AsideKind = (typeof ASIDE_KINDS)[number];

/** A row that was set aside, as a person may read it: no secret, no picture is in it. */
export const AsideNote = z.object({
  kind: z.enum(ASIDE_KINDS),
  /** The row's own name; null when it has none. */
  name: z.nullable(z.string()),
  /** When it was set aside (ms). */
  at: z.number(),
  /** Every word and number in it, each with the name of its member. */
  words: z.array(z.object({ member: z.string(), text: z.string() })),
  /** The whole row as JSON, for whoever helps. */
  whole: z.string(),
});
export type AsideNote = z.infer<typeof AsideNote>;
