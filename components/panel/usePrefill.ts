import { useEffect, useState } from 'preact/hooks';
import { useBackground } from '#components/background/context.ts';
import { lineReader } from '#components/draft/code.ts';
import type { DraftStore } from '#components/draft/draftStore.ts';
import type { Photos } from '#components/draft/usePhotos.ts';
import { cut } from '#contract/cut.ts';
import { number } from '#contract/format.ts';
import { isBlankAndNew } from '#utils/listing/blank.ts';
import type { Output } from '#utils/messages.ts';
import type { Draft } from '#utils/model/draft.ts';
import { fromBase64 } from '#utils/photos/base64.ts';
import { onShown } from '#utils/runtime/frame.ts';

type Found = NonNullable<Output<'prefill/read'>>;

export interface Prefill {
  /** Title of the article that the form was filled from, while it can be undone. */
  from: string | null;
  /** Title of an open article that the form was not filled from (it was undone, or something was typed already). */
  offered: string | null;
  /** What is called an article here is a product of the CMS's own shop. */
  isProduct: boolean;
  take(): void;
  undo(): void;
}

/**
 * A new product starts from the article that is open in the CMS; one press undoes that. An article that is sold already
 * (`isSold`) is only offered.
 */
export function usePrefill(store: DraftStore, photos: Photos, isSold: boolean): Prefill {
  const { send } = useBackground();
  const [found, setFound] = useState<Found | null>(null);
  const { prefilled } = store.draft;
  const title = found === null ? null : titleOf(found);

  useEffect(() => {
    let here = true;
    const look = async () => {
      if (!isBlankAndNew(store.draft)) return;
      const article = await send('prefill/read', {}).catch(() => null);
      if (!here || article === null || isNothing(article)) return;
      setFound(article);
      // An article whose prefill was undone once is offered, but does not fill the form again.
      const isKnown = isSold || store.draft.prefilled?.title === titleOf(article);
      if (isBlankAndNew(store.draft) && !isKnown) await fill(article);
    };
    void look();
    const stop = onShown(() => void look());
    return () => {
      here = false;
      stop();
    };
  }, [store]);

  const fill = async (article: Found) => {
    const { priceIn } = await lineReader.load();
    if (!isBlankAndNew(store.draft)) return;
    const { product } = article;
    const form = { name: article.title ?? '', description: article.text ?? '', ...numbersIn(article, priceIn) };
    void send('article/sold', { listingId: store.draft.id }).catch(() => undefined);
    // A listing that began as the shop's own product is not put into that shop a second time.
    tellTaken(product?.sourceId, store.draft.id);
    const fields = (['name', 'description', 'price', 'stock'] as const).filter(
      (field) => form[field] !== '' && store.draft.form[field] === '',
    );
    store.change((draft) => ({
      ...draft,
      form: { ...draft.form, ...Object.fromEntries(fields.map((field) => [field, form[field]])) },
      prefilled: { title: titleOf(article), fields, photos: [], ...(product && { ofProduct: product.sourceId }) },
      // The villager's article is there already: its readers find the card in it, and no second one of the same words.
      shownIn: 'article',
    }));
    const images = article.images.map(({ base64, type }) => new Blob([fromBase64(base64)], { type }));
    void photos.add(images).done.then((hashes) => {
      store.change((draft) => ({ ...draft, prefilled: draft.prefilled && { ...draft.prefilled, photos: hashes } }));
    });
  };

  const tellTaken = (sourceId: string | null | undefined, listingId: string | null) => {
    if (sourceId) void send('shop/taken', { sourceId, listingId }).catch(() => undefined);
  };

  const isTaken = prefilled !== null && prefilled.fields.length + prefilled.photos.length > 0;
  return {
    from: isTaken ? prefilled.title : null,
    offered: !isTaken && isBlankAndNew(store.draft) ? title : null,
    isProduct: (isTaken ? prefilled.ofProduct : found?.product) !== undefined,
    take: () => void (found && fill(found)),
    undo: () => {
      tellTaken(prefilled?.ofProduct, null);
      store.change(withoutPrefill);
    },
  };
}

/**
 * Removes what the article gave and nobody has changed since. The article's title stays known, so that it does not fill
 * the form again.
 */
function withoutPrefill(draft: Draft): Draft {
  const { prefilled } = draft;
  if (prefilled === null) return draft;
  const { shownIn: _, ...others } = draft;
  return {
    ...others,
    form: { ...draft.form, ...Object.fromEntries(prefilled.fields.map((field) => [field, ''])) },
    photos: draft.photos.filter(({ hash }) => !prefilled.photos.includes(hash)),
    prefilled: { title: prefilled.title, fields: [], photos: [] },
  };
}

/** A product's own price and stock; an article may say a price in its words. */
function numbersIn(
  { text, product }: Found,
  priceIn: (text: string) => string,
): Pick<Draft['form'], 'price' | 'stock'> {
  if (product === undefined) return { price: priceIn(text ?? ''), stock: '' };
  const { price, stock } = product;
  return { price: price === null ? '' : number(price), stock: stock === null ? '' : String(stock) };
}

function isNothing({ title, text, images }: Found): boolean {
  return !title?.trim() && !text?.trim() && images.length === 0;
}

function titleOf({ title, text }: Found): string {
  return cut(title?.trim() || text?.trim() || '…', 80);
}
