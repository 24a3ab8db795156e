import { rupiah } from '#contract/format.ts';
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
  const price = product.price === null ? t('shop_no_price') : rupiah(product.price, locale());
  return (
    <li>
      <label class="shop-row">
        <input type="checkbox" checked={picked} onChange={(event) => onPick(event.currentTarget.checked)} />
        <ShopThumb url={product.imageUrls[0]} picture={picture} />
        <span class="shop-about">
          <strong>{product.name}</strong>
          <span class="soft">{product.unit ? `${price}/${product.unit}` : price}</span>
        </span>
        {product.listingId !== null && <span class="chip chip-quiet">{t('shop_taken')}</span>}
      </label>
    </li>
  );
}
