import type { KeyOf, PlainKey } from '#contract/i18n/t.ts';
import type aside from './words/aside.id.json';
import type assist from './words/assist.id.json';
import type background from './words/background.id.json';
import type { Blanks } from './words/blanks.ts';
import type issues from './words/issues.id.json';
import type lesson from './words/lesson.id.json';
import type manifest from './words/manifest.id.json';
import type options from './words/options.id.json';
import type panel from './words/panel.id.json';
import type popup from './words/popup.id.json';
import type reasons from './words/reasons.id.json';
import type share from './words/share.id.json';
import type shelf from './words/shelf.id.json';
import type upkeep from './words/upkeep.id.json';

/** Every key of the Indonesian files; one that another language lacks fails a test. */
export type AnyWordKey = KeyOf<
  typeof aside &
    typeof assist &
    typeof background &
    typeof issues &
    typeof lesson &
    typeof manifest &
    typeof options &
    typeof panel &
    typeof popup &
    typeof reasons &
    typeof share &
    typeof shelf &
    typeof upkeep
>;

/** The blanks of all surfaces together: the extension has one `t`. */
export type WordBlanks = { [S in keyof Blanks]: (blanks: Blanks[S]) => void }[keyof Blanks] extends (
  blanks: infer All,
) => void
  ? All & object
  : never;

/** The keys whose texts have exactly one blank. */
export type WordKeyOfOne = { [K in keyof WordBlanks]: WordBlanks[K] extends 1 ? K : never }[keyof WordBlanks];

/** The keys whose texts have no blanks: what a table of words holds. */
export type WordKey = PlainKey<AnyWordKey, WordBlanks>;
