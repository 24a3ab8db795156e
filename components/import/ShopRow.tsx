import { rupiah } from '#contract/format.ts';
import { phoneText } from '#contract/phone.ts';
import { locale, t } from '#utils/i18n/t.ts';
import { ShopThumb } from './ShopThumb.tsx';
import type { Product, Shop } from './useShop.ts';

interface Props {
  product: Product;
  picked: boolean;
  onPick: (picked: boolean) => void;
  picture: Shop['picture'];
}

/** One product of the shop: the whole line can be pressed. */
export function ShopRow({ product, picked, onPick, picture }: Props) {
  return (
    <li>
      <label class="shop-row">
        <input type="checkbox" checked={picked} onChange={(event) => onPick(event.currentTarget.checked)} />
        <ShopThumb url={product.imageUrls[0]} picture={picture} />
        <span class="shop-about">
          <strong>{product.name}</strong>
          <span class="soft">{product.isProfile ? ownerOf(product) : priceOf(product)}</span>
        </span>
        {product.listingId !== null && <span class="chip chip-quiet">{t('shop_taken')}</span>}
      </label>
    </li>
  );
}

function priceOf({ price, priceWords, unit, form }: Product): string {
  if (price === null && priceWords !== undefined) return t('shop_unclear_price', priceWords);
  // Its own form, which is opened when it is taken, may say it.
  if (price === null) return t(form === undefined ? 'shop_no_price' : 'shop_price_later');
  return unit ? `${rupiah(price, locale())}/${unit}` : rupiah(price, locale());
}

const ownerOf = ({ producer }: Product): string =>
  [producer?.name, producer?.phone && phoneText(producer.phone)].filter(Boolean).join(' · ');
