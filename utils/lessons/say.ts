import type { WordKey } from '#utils/i18n/keys.ts';
import { hasWord, t } from '#utils/i18n/t.ts';
import type { Output } from '#utils/messages.ts';
import type { Lesson, LessonDeed } from '#utils/model/lesson.ts';
import { ROLE_WORDS } from '#utils/recipes/words.ts';
import type { Pointing } from './point.ts';

type Words = NonNullable<Output<'lesson/here'>>['say'];

/** What is said of each deed at each step, and beside a form that holds the article. */
const TEXT: Record<LessonDeed, Record<'open' | 'learned' | 'fill' | 'give' | 'given' | 'notGiven', WordKey>> = {
  create: {
    open: 'lesson_open',
    learned: 'lesson_learned',
    fill: 'lesson_fill',
    give: 'lesson_give',
    given: 'lesson_given',
    notGiven: 'lesson_not_given',
  },
  change: {
    open: 'lesson_change_open',
    learned: 'lesson_change_learned',
    fill: 'lesson_change_fill',
    give: 'lesson_change_give',
    given: 'lesson_change_given',
    notGiven: 'lesson_change_not_given',
  },
  takeDown: {
    open: 'lesson_down_open',
    learned: 'lesson_down_learned',
    fill: 'lesson_down_fill',
    give: 'lesson_change_give',
    given: 'lesson_change_given',
    notGiven: 'lesson_change_not_given',
  },
};

/** What the note in the page says now: why it did not go on, else the next step. */
export function sayLesson({ step, why, title, deed = 'create' }: Lesson): Words {
  const key = `lesson_why_${why}`;
  const words = TEXT[deed];
  const next = step === 'saved' ? 'lesson_saved' : words[step === 'learned' ? 'learned' : 'open'];
  return {
    title: t('lesson_title', title),
    text: why !== null && hasWord(key) ? t(key) : t(next),
    fill: t(words.fill),
    give: t(words.give),
    given: t(words.given),
    notGiven: t(words.notGiven),
    sending: t('lesson_sending'),
    lacking: t('lesson_lacking'),
    parts: { title: t('lesson_part_title'), body: t('lesson_part_body'), picture: t('lesson_part_picture') },
    looking: t('lesson_looking'),
    again: t('lesson_look_again'),
    stop: t('lesson_stop'),
    close: t('lesson_close'),
  };
}

/** What the note says in which the person points at the field of one part. */
export function sayPointing({ role }: Pick<Pointing, 'role'>) {
  const part = t(ROLE_WORDS[role]);
  return {
    title: t('point_title', part),
    text: t('point_text', part),
    done: t('point_done', part),
    other_kind: t(role === 'picture' ? 'point_not_file' : 'point_is_file'),
    not_sent: t('point_not_sent'),
    stop: t('lesson_stop'),
    close: t('lesson_close'),
  };
}
