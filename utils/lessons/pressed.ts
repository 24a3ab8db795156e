import { LESSON_REFUSALS } from '#utils/cms/learned/refusal.ts';
import type { Lesson } from '#utils/model/lesson.ts';

/** Why a save cannot be sent again, although its page can be driven. */
const DRIVABLE: ReadonlySet<string | null> = new Set(['storage', 'everything', 'by_script', 'no_form', 'other_site']);

/**
 * The lesson, when what was seen cannot be sent again but was pressed: its article is looked for all the same. Null for
 * everything else.
 */
export function asDriven(lesson: Lesson, { save, why }: Pick<Lesson, 'save' | 'why'>): Lesson | null {
  const { pressed, deed = 'create' } = lesson;
  if (deed !== 'create' || save !== null || pressed === undefined || !DRIVABLE.has(why)) return null;
  const isWhole = why === 'everything' && { isWhole: true as const };
  const driven = { ...pressed.driven, ...isWhole };
  return { ...lesson, step: 'saved', why: null, save: null, pressed: { ...pressed, driven } };
}

/**
 * What stays of the press after a save that was told of: nothing when its form is never learned, lest "look again" learn by
 * the press what was just refused.
 */
export function pressedAfter({ pressed }: Lesson, why: string | null): Lesson['pressed'] {
  const isNeverLearned = LESSON_REFUSALS.some((one) => one === why) && !DRIVABLE.has(why);
  return isNeverLearned ? undefined : pressed;
}
