import { assistContext } from '#utils/cms/assist/page.ts';
import { pictureInput } from '#utils/cms/learned/giveWords.ts';
import type { observeSave, SeenSave } from '#utils/cms/learned/observe.ts';
import { finishProduct, finishProductChange, type ProductEnd } from '#utils/cms/learned/shop/finish.ts';
import { editorIn, fillGoods, productForm } from '#utils/cms/learned/shop/giveGoods.ts';
import { observeProduct, observeProductChange } from '#utils/cms/learned/shop/observe.ts';
import { isInRow, standingForm, titleIn } from '#utils/cms/learned/standingForm.ts';
import type { Lesson } from '#utils/model/lesson.ts';
import { jpegFile } from '#utils/photos/jpegFile.ts';
import { send } from '#utils/runtime/send.ts';
import type { Here } from './lessonPage.ts';

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

/** How long (ms) a page takes to show a form after a click. */
const OPENS = 400;

/** Null for a lesson about an article. `clicked` is called when a click may have opened the product's form. */
export function watchGoods(document: Document, lesson: Lesson, clicked: () => void): GoodsLesson | null {
  const { goods, deed, link, title, article, siteUrl, pictureUrl } = lesson;
  if (goods === undefined) return null;
  const isNew = deed === 'product';
  const titles = [article?.title ?? title, title];
  const words = { link, title, pictureUrl, now: Date.now(), goods };
  const click = ({ target }: Event) => {
    const inRow = !isNew && isInRow(target, titles);
    if (inRow) void send('lesson/list', { url: document.location.href }).catch(() => undefined);
    setTimeout(clicked, OPENS);
  };
  document.addEventListener('click', click, true);
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
      const isPictured = input !== undefined && given.picture !== null && choose(input, await jpegFile(given.picture));
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
    stop: () => document.removeEventListener('click', click, true),
  };
}

function choose(input: HTMLInputElement, picture: File | null): boolean {
  if (picture === null || input.files?.length !== 0) return false;
  const chosen = new DataTransfer();
  chosen.items.add(picture);
  input.files = chosen.files;
  for (const type of ['input', 'change']) input.dispatchEvent(new Event(type, { bubbles: true }));
  return true;
}

function cameFrom({ referrer }: Document, siteUrl: string): string | null {
  return URL.parse(referrer)?.host === new URL(siteUrl).host ? referrer : null;
}
