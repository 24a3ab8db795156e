import { assistContext } from '#utils/cms/assist/page.ts';
import { chooseFile, pictureInput } from '#utils/cms/learned/giveWords.ts';
import type { observeSave, SeenSave } from '#utils/cms/learned/observe.ts';
import { finishProduct, finishProductChange, type ProductEnd } from '#utils/cms/learned/shop/finish.ts';
import { editorIn, fillGoods, productForm } from '#utils/cms/learned/shop/giveGoods.ts';
import { observeProduct, observeProductChange } from '#utils/cms/learned/shop/observe.ts';
import { isInRow, standingForm, titleIn } from '#utils/cms/learned/standingForm.ts';
import type { Lesson } from '#utils/model/lesson.ts';
import { jpegFile } from '#utils/photos/jpegFile.ts';
import { send } from '#utils/runtime/send.ts';
import type { Here } from './lessonPage.ts';
import { cameFrom, watchClicks } from './listClicks.ts';

/** A lesson about the site's own product table, on one page. */
export interface GoodsLesson {
  observe: typeof observeSave;
  /** The product's form on this page; null while there is none. */
  form(): HTMLFormElement | null;
  /** Fills the form in, and answers what the note says then. */
  give(say: Here['say']): Promise<string>;
  finish(seen: SeenSave, page: URL, list: string | undefined): Promise<ProductEnd>;
  stop(): void;
}

/** Null for a lesson about an article. `clicked` is called when a click may have opened the product's form. */
export function watchGoods(document: Document, lesson: Lesson, clicked: () => void): GoodsLesson | null {
  const { goods, deed, link, title, article, siteUrl, pictureUrl } = lesson;
  if (goods === undefined) return null;
  const isNew = deed === 'product';
  const titles = [article?.title ?? title, title];
  const words = { link, title, pictureUrl, now: Date.now(), goods };
  const stop = watchClicks(document, (target) => !isNew && isInRow(target, titles), clicked);
  const form = () => (isNew ? productForm(document) : standingForm(document, link));
  return {
    form,
    observe: (one, sent, _, about) =>
      isNew
        ? observeProduct(one, sent, words, about)
        : observeProductChange(one, sent, { ...words, title: titleIn(one, titles) }, about, deed === 'productOff'),
    async give(say) {
      const here = form();
      if (here === null) return say.notGiven;
      const input = isNew ? pictureInput(here) : undefined;
      const editor = editorIn(here);
      const given = await send('lesson/give', { hasPictureField: input !== undefined, ...(editor && { editor }) });
      const put = fillGoods(here, { goods, title, link, isNew });
      const picture = input === undefined || given.picture === null ? null : await jpegFile(given.picture);
      const isPictured = input !== undefined && picture !== null && chooseFile(input, picture);
      const lacking = [
        ...(put.title ? [] : [say.parts.title]),
        ...(put.body || given.isIn ? [] : [say.parts.body]),
        ...(isPictured || input === undefined || given.picture === null ? [] : [say.parts.picture]),
      ];
      return lacking.length === 0 ? say.given : `${say.lacking} ${lacking.join(', ')}.`;
    },
    async finish(seen, page, list) {
      const context = assistContext(document, siteUrl);
      if (isNew)
        return finishProduct(context, seen, page, { link, title, price: goods.price, article: goods.articleUrl });
      const from = list ?? cameFrom(document, siteUrl);
      return finishProductChange(context, seen, page, {
        ...{ deed: deed === 'productOff' ? 'takeDown' : 'change', link, titles, url: article?.url ?? '' },
        list: from ? new URL(from) : null,
      });
    },
    stop,
  };
}
