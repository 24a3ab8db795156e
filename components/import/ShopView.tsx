import { useState } from 'preact/hooks';
import { shopName } from '#components/cmsShop/shopName.ts';
import { PanelFrame } from '#components/panelFrame/PanelFrame.tsx';
import { Button } from '#components/ui/Button.tsx';
import { Notice } from '#components/ui/Notice.tsx';
import { Progress } from '#components/ui/Progress.tsx';
import { ownShopOf } from '#utils/cms/ownShop.ts';
import { t } from '#utils/i18n/t.ts';
import type { Output } from '#utils/messages.ts';
import { ShopResults } from './ShopResults.tsx';
import { ShopRow } from './ShopRow.tsx';
import { useShop } from './useShop.ts';

interface Props {
  opened: Output<'panel/open'>;
  onBack: () => void;
  /** Opens the form of this draft. */
  onOpen: (listingId: string) => void;
}

/** The CMS shop: the person picks one product to fill the form, or several to make a draft of each. */
export function ShopView({ opened, onBack, onOpen }: Props) {
  const shop = useShop(opened);
  const { products, problem, taking, taken } = shop;
  const name = shopName((opened.site && ownShopOf(opened.site)) ?? 'lapak');
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const chosen = products?.filter(({ sourceId }) => picked.has(sourceId)) ?? [];
  const isAll = chosen.length > 0 && chosen.length === products?.length;

  const pick = (ids: string[], isPicked: boolean) =>
    setPicked((all) => new Set(isPicked ? [...all, ...ids] : [...all].filter((id) => !ids.includes(id))));
  const take = async () => {
    const ended = await shop.take(chosen);
    setPicked(new Set());
    const [only] = ended;
    // When nothing went wrong with a single product, the filled form opens at once.
    if (ended.length === 1 && only?.problem === null && only.photosLost === 0) onOpen(only.draft.id);
  };

  const foot = taken === null && products !== null && products.length > 0 && (
    <div class="shop-foot">
      {taking !== null && (
        <Progress value={taking.at - 1} max={taking.of} label={t('shop_progress', taking.at, taking.of)} />
      )}
      <Button look="primary" busy={taking !== null} disabled={chosen.length === 0} onClick={() => void take()}>
        {takeWords(chosen.length)}
      </Button>
    </div>
  );
  return (
    <PanelFrame
      title={t('shop_title', name)}
      head={<Button onClick={onBack}>{t('shop_back')}</Button>}
      foot={foot || undefined}
    >
      <main class="shop">
        {problem !== null && (
          <Notice look="bad" actions={<Button onClick={shop.readAgain}>{t('try_again')}</Button>}>
            {problem}
          </Notice>
        )}
        {products === null && problem === null && <p role="status">{t('shop_reading', name)}</p>}
        {products?.length === 0 && <p>{t('shop_empty', name)}</p>}
        {taken !== null && <ShopResults shop={name} taken={taken} onOpen={onOpen} onMore={shop.readAgain} />}
        {taken === null && products !== null && products.length > 0 && (
          <>
            <p class="soft">{t('shop_hint')}</p>
            <label class="shop-all">
              <input
                type="checkbox"
                checked={isAll}
                onChange={() =>
                  pick(
                    products.map(({ sourceId }) => sourceId),
                    !isAll,
                  )
                }
              />
              {t('shop_all')}
            </label>
            <ul class="shop-list">
              {products.map((product) => (
                <ShopRow
                  key={product.sourceId}
                  product={product}
                  picked={picked.has(product.sourceId)}
                  onPick={(isPicked) => pick([product.sourceId], isPicked)}
                  picture={shop.picture}
                />
              ))}
            </ul>
          </>
        )}
      </main>
    </PanelFrame>
  );
}

function takeWords(count: number): string {
  if (count === 0) return t('shop_none_picked');
  return count === 1 ? t('shop_take_one') : t('shop_take_some', count);
}
