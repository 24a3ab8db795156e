import * as z from 'zod/mini';
import { Id, Revision, Timestamp } from './ids.ts';
import { knownText, line, MobilePhone } from './text.ts';

/** How many makers a village may keep. */
export const MAKERS_MAX = 500;

/** The days of consents are of this century: a clock that was never set is no day. */
const Moment = Timestamp.check(z.regex(/^20/, 'moment_malformed'));

const Members = z.object({
  rev: Revision,
  name: line('producer_name', { min: 2, max: 80 }),
  phone: MobilePhone,
  /** When the maker agreed that name and number are given to buyers, and on which device that was told. */
  consentAt: z.nullable(Moment),
  consentDevice: z.nullable(line('device_name', { max: 60 })),
  /** When that was withdrawn; an agreement of a later moment stands. */
  withdrawnAt: z.nullable(Moment),
});

/**
 * What a village's address book says of one maker. The maker whose id is the village's own is the village itself: the name
 * and number in which it sells what a maker wants to be named in no more.
 */
export const MakerInput = Members;
export type MakerInput = z.infer<typeof MakerInput>;

/**
 * A revision on its way to the marketplace. `base` is the marketplace's revision that it was said over, 0 for none; a newer
 * one of another device is a conflict (`revision_old`), and so is one that was deleted there (with no `current`).
 */
export const MakerPut = z.extend(Members, { base: z.int().check(z.nonnegative(), z.maximum(2 ** 31 - 1)) });
export type MakerPut = z.infer<typeof MakerPut>;

/** For the village's own devices only: it holds the number. */
export const Maker = z.object({
  id: Id,
  input: z.extend(Members, { name: knownText(80), consentDevice: z.nullable(knownText(60)) }),
  updatedAt: Timestamp,
});
export type Maker = z.infer<typeof Maker>;

export const MakerList = z.object({ makers: z.array(Maker) });
