import { Button } from '#components/ui/Button.tsx';
import { Notice } from '#components/ui/Notice.tsx';
import { hasWord, t } from '#utils/i18n/t.ts';
import type { Taken } from './takeProduct.ts';

interface Props {
  /** What the shop is called. */
  shop: string;
  taken: Taken[];
  onOpen: (listingId: string) => void;
  onMore: () => void;
}

/** What became of each product that was picked. */
export function ShopResults({ shop, taken, onOpen, onMore }: Props) {
  const made = taken.filter(({ problem }) => problem === null);
  return (
    <>
      <Notice look={made.length === 0 ? 'bad' : 'plain'} actions={<Button onClick={onMore}>{t('shop_more')}</Button>}>
        {made.length === 0 ? t('shop_done_none', shop) : t('shop_done', made.length)}
      </Notice>
      <ul class="shop-list">
        {taken.map((one) => (
          <li key={one.draft.id} class="shop-row">
            <span class="shop-about">
              <strong>{one.product.name}</strong>
              <span class={isSmooth(one) ? 'soft' : 'bad'}>{sentence(one)}</span>
            </span>
            {one.problem === null && <Button onClick={() => onOpen(one.draft.id)}>{t('shop_open')}</Button>}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Whether nothing is left to be said of a product that was taken. */
export function isSmooth({ problem, photosLost, isFormLost, product }: Taken): boolean {
  return problem === null && photosLost === 0 && !isFormLost && product.priceWords === undefined;
}

function sentence({ problem, photosLost, isFormLost, product: { priceWords } }: Taken): string {
  if (problem === null) {
    const said = [
      isFormLost && t('shop_form_lost'),
      priceWords !== undefined && t('shop_price_asked', priceWords),
      photosLost > 0 && t('shop_photo_lost', photosLost),
    ].filter((one) => one !== false);
    return said.length === 0 ? t('shop_ok') : said.join(' ');
  }
  const key = `error_${problem}`;
  return t(hasWord(key) ? key : 'error_internal');
}
