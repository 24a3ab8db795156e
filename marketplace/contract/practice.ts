import * as z from 'zod/mini';
import { Timestamp } from './ids.ts';
import { MobilePhone } from './text.ts';

/**
 * Numbers that are nobody's: 0860 was never given to an operator, and the numbering plan keeps it free. They have the form
 * of a mobile number, so that every released extension takes them.
 */
const RESERVED = /^\+62860\d{8,9}$/;

export function isPracticePhone(phone: string): boolean {
  return RESERVED.test(phone);
}

/** The numbers that each seat's sheet names. */
const PHONES_PER_SEAT = 3;
/** A room has at most so many villages. */
export const SEATS_MAX = 60;

/** The numbers on the sheet of a seat (1, 2 …) in the room of this number (0–9999). */
export function practicePhones(room: number, seat: number): MobilePhone[] {
  const pair = (n: number, digits: number) => String(n).padStart(digits, '0');
  return Array.from({ length: PHONES_PER_SEAT }, (_, at) => `+62860${pair(room, 4)}${pair(seat, 2)}${pair(at + 1, 2)}`);
}

/** What makes a village one for practice. */
export const Practice = z.object({
  endsAt: Timestamp,
  /** The numbers that its makers may have; any other is refused (`practice_phone`). */
  phones: z.array(MobilePhone),
});
export type Practice = z.infer<typeof Practice>;

/**
 * Why a maker of this village (null for a real one) may not have this number, null when it may: what is somebody's stays out
 * of practice, and what is nobody's out of the market.
 */
export function practicePhoneIssue(practice: Pick<Practice, 'phones'> | null, phone: string): string | null {
  if (practice === null) return isPracticePhone(phone) ? 'practice_phone_real' : null;
  return practice.phones.includes(phone) ? null : 'practice_phone';
}

/** What stands before the title of each article that practice writes into a real site. */
export const PRACTICE_TITLE = '[LATIHAN] ';
