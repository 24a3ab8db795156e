import { assistContext } from '#utils/cms/assist/page.ts';
import { type ChangeEnd, finishChange } from '#utils/cms/learned/finishChange.ts';
import { controlsOf } from '#utils/cms/learned/formShape.ts';
import type { LessonWords, SeenSave } from '#utils/cms/learned/observe.ts';
import { choicesBefore, observeChange } from '#utils/cms/learned/observeChange.ts';
import { isThere, readPublic } from '#utils/cms/learned/standing.ts';
import { isInRow, titleIn } from '#utils/cms/learned/standingForm.ts';
import { inForm } from '#utils/cms/learned/toDeed.ts';
import type { Lesson } from '#utils/model/lesson.ts';
import { cameFrom, watchClicks } from './listClicks.ts';

/** A lesson about an article that stands already, on one page. */
export interface Standing {
  observe: typeof observeChange;
  /** The words by which a request of the page's own script is known, with the title that stands in the form. */
  words(): LessonWords;
  /** The same save, with the choices as they stood before. */
  withBefore(seen: SeenSave): SeenSave;
  finish(seen: SeenSave, page: URL, list: string | undefined): Promise<ChangeEnd>;
  /** Whether no stranger reads the article any more; false where that cannot be told. */
  isGone(): Promise<boolean>;
  stop(): void;
}

/** Null for a lesson about a new article. `clicked` is called when a click may have opened the article's form. */
export function watchStanding(
  document: Document,
  lesson: Lesson,
  words: LessonWords,
  clicked: () => void,
): Standing | null {
  const { article, deed, link, siteUrl } = lesson;
  if (article === undefined || (deed !== 'change' && deed !== 'takeDown')) return null;
  const context = assistContext(document, siteUrl);
  const titles = [article.title, lesson.title].filter((title) => title !== null);
  // A person may have called it otherwise: its own page says so.
  const asked = readPublic(context, article.url, link).then(
    (read) => {
      titles.push(...(read?.headings ?? []));
      return !isThere(read);
    },
    () => false,
  );
  const stop = watchClicks(document, (target) => isInRow(target, titles), clicked);
  return {
    observe: (form, sent, _, about) => observeChange(form, sent, { ...words, title: titleIn(form, titles) }, about),
    words: () => ({ ...words, title: titleIn(document, titles) }),
    withBefore(seen) {
      const has = (form: HTMLFormElement) => {
        const names = new Set(controlsOf(form).map(({ name }) => name));
        return seen.fields.every(({ role, name }) => role === 'picture' || names.has(inForm(name)));
      };
      const form = [...document.querySelectorAll('form')].find(has);
      return form === undefined ? seen : { ...seen, before: choicesBefore(form, seen.shown, seen.way) };
    },
    async finish(seen, page, list) {
      await asked;
      const from = list ?? cameFrom(document, siteUrl);
      return finishChange(context, seen, page, {
        deed,
        link,
        titles,
        url: article.url,
        list: from ? new URL(from) : null,
      });
    },
    isGone: () => asked,
    stop,
  };
}
