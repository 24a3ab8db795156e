import { hasWord, t } from '#utils/i18n/t.ts';
import type { Output } from '#utils/messages.ts';
import type { Lesson } from '#utils/model/lesson.ts';

type Words = NonNullable<Output<'lesson/here'>>['say'];

const TEXT = { open: 'lesson_open', saved: 'lesson_saved', learned: 'lesson_learned', refused: 'lesson_open' } as const;

/** What the note in the page says now: why it did not go on, else the next step. */
export function sayLesson({ step, why, title }: Lesson): Words {
  const key = `lesson_why_${why}`;
  return {
    title: t('lesson_title', title),
    text: why !== null && hasWord(key) ? t(key) : t(TEXT[step]),
    fill: t('lesson_fill'),
    give: t('lesson_give'),
    given: t('lesson_given'),
    notGiven: t('lesson_not_given'),
    lacking: t('lesson_lacking'),
    parts: { title: t('lesson_part_title'), body: t('lesson_part_body'), picture: t('lesson_part_picture') },
    looking: t('lesson_looking'),
    again: t('lesson_look_again'),
    stop: t('lesson_stop'),
    close: t('lesson_close'),
  };
}
