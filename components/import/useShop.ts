import { useEffect, useState } from 'preact/hooks';
import { asAppError, useBackground } from '#components/background/context.ts';
import { errorText } from '#components/background/errorText.ts';
import { newId } from '#contract/newId.ts';
import { AppError } from '#utils/appError.ts';
import { t } from '#utils/i18n/t.ts';
import { formFromProduct } from '#utils/import/toForm.ts';
import { isBlankAndNew } from '#utils/listing/blank.ts';
import type { Output } from '#utils/messages.ts';
import type { ShopProduct } from '#utils/model/cms.ts';
import type { Draft } from '#utils/model/draft.ts';
import { fromBase64, toBase64 } from '#utils/photos/base64.ts';
import { preparePhoto } from '#utils/photos/prepare.ts';
import { retryWhileWaking } from '#utils/runtime/retryWhileWaking.ts';
import { type TakenMaker, takePeople } from './takePeople.ts';
import { type TakeDeps, type Taken, takeProduct } from './takeProduct.ts';

export type Product = Output<'shop/products'>[number];

export interface Shop {
  /** The shop's products; null until the shop is read. */
  products: Product[] | null;
  problem: string | null;
  /** The site's own table has to be explained: nobody has shown it yet, or it is not as it was shown. */
  asks: 'unknown' | 'changed' | null;
  /** Which product of how many is being taken; null when none is. */
  taking: { at: number; of: number } | null;
  /** How each product ended, once all are taken; null before. */
  taken: Taken[] | null;
  /** What became of people who were taken, once they are; null before. */
  takenMakers: TakenMaker[] | null;
  readAgain(): void;
  /** Opens the meaning of the table's columns. */
  askColumns(): void;
  /** The table was explained, and holds these. */
  show(products: Product[]): void;
  takeMakers(picked: Product[]): Promise<void>;
  take(picked: Product[]): Promise<Taken[]>;
  picture(url: string): Promise<Blob | null>;
}

/** What calls for the person to explain the site's own table. */
const ASKS: Partial<Record<string, 'unknown' | 'changed'>> = {
  own_table_unknown: 'unknown',
  cms_form_changed: 'changed',
};

/** The products of the CMS shop, and the function that takes some of them into drafts of the same site as `opened`. */
export function useShop({ draft, settings }: Output<'panel/open'>): Shop {
  const { send } = useBackground();
  const [products, setProducts] = useState<Product[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [taking, setTaking] = useState<Shop['taking']>(null);
  const [taken, setTaken] = useState<Taken[] | null>(null);

  const [asks, setAsks] = useState<Shop['asks']>(null);
  const [takenMakers, setTakenMakers] = useState<Shop['takenMakers']>(null);

  const readAgain = () => {
    setProblem(null);
    setProducts(null);
    setTaken(null);
    setTakenMakers(null);
    retryWhileWaking(() => send('shop/products', {})).then(setProducts, (error: unknown) => {
      const failure = asAppError(error);
      const why = ASKS[failure.code];
      if (why === undefined) setProblem(errorText(failure));
      else setAsks(why);
    });
  };
  useEffect(readAgain, []);

  const pictures: TakeDeps['pictures'] = async (urls) => {
    const read = await retryWhileWaking(() => send('shop/pictures', { urls }));
    return read.map((picture) => picture && new Blob([fromBase64(picture.base64)], { type: picture.type }));
  };
  const deps: TakeDeps = {
    pictures,
    prepare: (blob) => preparePhoto(blob),
    keep: async ({ photo, blob }, draftId) => {
      const base64 = toBase64(await blob.arrayBuffer());
      return retryWhileWaking(() => send('photo/keep', { draftId, photo, base64 }));
    },
    save: (next) => retryWhileWaking(() => send('draft/save', next)),
    whole: async (product) => {
      const whole = await retryWhileWaking(() => send('table/form', { product }));
      if (whole !== null && whole.listingId !== null) throw new AppError('own_table_ours');
      return whole;
    },
    remember: (sourceId, listingId) => send('shop/taken', { sourceId, listingId }),
  };
  /**
   * A single product fills the form that was open, if that form was empty; every other product gets a draft of its own.
   */
  const draftFor = (product: ShopProduct, isOnly: boolean): Draft => {
    const id = isOnly && isBlankAndNew(draft) ? draft.id : newId();
    const form = formFromProduct(product, settings.defaults, (words) => t('shop_sold_per', words));
    return { ...draft, id, form, photos: [], baseRev: 0, prefilled: null, issues: [], updatedAt: Date.now() };
  };

  return {
    products,
    problem,
    taking,
    taken,
    asks,
    takenMakers,
    readAgain,
    askColumns: () => setAsks('unknown'),
    show(found) {
      setAsks(null);
      setProblem(null);
      setProducts(found);
    },
    async takeMakers(picked) {
      setTaking({ at: 1, of: picked.length });
      const ended = await takePeople(picked, draft.id, {
        whole: deps.whole,
        put: (id, makers) => retryWhileWaking(() => send('table/makers', { id, makers })),
        at: (at) => setTaking({ at, of: picked.length }),
      }).catch((error: unknown) => {
        setProblem(errorText(asAppError(error)));
        return null;
      });
      setTaking(null);
      setTakenMakers(ended);
    },
    async take(picked) {
      const ended: Taken[] = [];
      for (const [index, product] of picked.entries()) {
        setTaking({ at: index + 1, of: picked.length });
        ended.push(await takeProduct(product, (whole) => draftFor(whole, picked.length === 1), deps));
      }
      setTaking(null);
      setTaken(ended);
      return ended;
    },
    picture: (url) =>
      pictures([url]).then(
        ([blob]) => blob ?? null,
        () => null,
      ),
  };
}
