import type { Inquiry } from '#contract';
import { HOUR } from '#contract/time.ts';
import type { View } from '#marketplace/web/view.ts';
import type { JawabWords } from '#marketplace/words/index.ts';

/** What an official does from a phone; each is a form of its own, posted to `/jawab/tanya/<id>/<name>`. */
export const ANSWERS = ['setuju', 'tawar', 'tolak', 'balas'] as const;
export type AnswerName = (typeof ANSWERS)[number];

export interface AnswerRefused {
  form: AnswerName;
  codes: string[];
  typed: { text: string; price: string; quantity: string };
}

export interface JawabModel {
  view: View;
  j: JawabWords;
  inquiry: Inquiry;
  refused: AnswerRefused | null;
  isSent: boolean;
  /** Makes a new id for each form, so that pressing twice counts once. */
  newId: () => string;
}

/** How long the offer on the table still stands; null when none does. */
export function leftText({ expiresAt }: Inquiry, { view, j }: { view: View; j: JawabWords }): string | null {
  if (expiresAt === null) return null;
  const ms = Date.parse(expiresAt) - view.now.getTime();
  return ms < HOUR ? j('leftShort') : j('leftHours', Math.floor(ms / HOUR));
}

/** Nobody can write to a buyer who has closed the conversation or is gone. */
export const isClosed = ({ events }: Inquiry): boolean =>
  events.some(({ kind, by }) => kind === 'erased' || (kind === 'reported' && by === 'buyer'));
