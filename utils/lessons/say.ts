import type { WordKey } from '#utils/i18n/keys.ts';
import { hasWord, t } from '#utils/i18n/t.ts';
import type { Output } from '#utils/messages.ts';
import type { Lesson } from '#utils/model/lesson.ts';
import type { LessonDeed } from '#utils/model/lessonDeeds.ts';
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
  product: {
    open: 'lesson_product_open',
    learned: 'lesson_product_learned',
    fill: 'lesson_product_fill',
    give: 'lesson_product_give',
    given: 'lesson_product_given',
    notGiven: 'lesson_product_not_given',
  },
  productChange: {
    open: 'lesson_goods_open',
    learned: 'lesson_goods_learned',
    fill: 'lesson_goods_fill',
    give: 'lesson_change_give',
    given: 'lesson_change_given',
    notGiven: 'lesson_product_not_given',
  },
  productOff: {
    open: 'lesson_goods_open',
    learned: 'lesson_goods_off_learned',
    fill: 'lesson_goods_off_fill',
    give: 'lesson_change_give',
    given: 'lesson_change_given',
    notGiven: 'lesson_product_not_given',
  },
};

/** What the note in the page says now: why it did not go on, else the next step. */
export function sayLesson({ step, why, title, deed = 'create', pressed, goods }: Lesson): Words {
  const own = `lesson_why_product_${why}`;
  const key = goods !== undefined && hasWord(own) ? own : `lesson_why_${why}`;
  const words = TEXT[deed];
  const saved = goods === undefined ? 'lesson_saved' : 'lesson_product_saved';
  const next = step === 'saved' ? saved : words[step === 'learned' ? 'learned' : 'open'];
  return {
    title: t('lesson_title', title),
    text: why === 'driven' ? t('lesson_driven', pressed?.driven.button.text ?? '') : hasWord(key) ? t(key) : t(next),
    fill: t(words.fill),
    give: t(words.give),
    given: t(words.given),
    notGiven: t(words.notGiven),
    sending: t('lesson_sending'),
    lacking: t('lesson_lacking'),
    parts: {
      title: t(goods === undefined ? 'lesson_part_title' : 'options_recipe_name'),
      body: t(goods === undefined ? 'lesson_part_body' : 'lesson_part_description'),
      picture: t('lesson_part_picture'),
    },
    looking: t(goods === undefined ? 'lesson_looking' : 'lesson_product_looking'),
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
