import { useState } from 'preact/hooks';
import { shopName } from '#components/cmsShop/shopName.ts';
import { PanelFrame } from '#components/panelFrame/PanelFrame.tsx';
import { Button } from '#components/ui/Button.tsx';
import { Notice } from '#components/ui/Notice.tsx';
import { Progress } from '#components/ui/Progress.tsx';
import { TABLE_ROWS_MAX } from '#contract';
import { shopToRead } from '#utils/cms/ownShop.ts';
import { t } from '#utils/i18n/t.ts';
import type { Output } from '#utils/messages.ts';
import { PeopleResults } from './PeopleResults.tsx';
import { isSmooth, ShopResults } from './ShopResults.tsx';
import { ShopRow } from './ShopRow.tsx';
import { TableColumns } from './TableColumns.tsx';
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
  const { products, problem, taking, taken, takenMakers, asks } = shop;
  const kind = (opened.site && shopToRead(opened.site)) ?? 'lapak';
  const name = shopName(kind);
  const isBook = products?.[0]?.isProfile === true;
  const isPicking = asks === null && taken === null && takenMakers === null && products !== null && products.length > 0;
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const chosen = products?.filter(({ sourceId }) => picked.has(sourceId)) ?? [];
  const isAll = chosen.length > 0 && chosen.length === products?.length;

  const pick = (ids: string[], isPicked: boolean) =>
    setPicked((all) => new Set(isPicked ? [...all, ...ids] : [...all].filter((id) => !ids.includes(id))));
  const take = async () => {
    setPicked(new Set());
    if (isBook) return shop.takeMakers(chosen);
    const ended = await shop.take(chosen);
    const [only] = ended;
    // When nothing went wrong with a single product, the filled form opens at once.
    if (ended.length === 1 && only !== undefined && isSmooth(only)) onOpen(only.draft.id);
  };

  const foot = isPicking && (
    <div class="shop-foot">
      {taking !== null && (
        <Progress value={taking.at - 1} max={taking.of} label={t('shop_progress', taking.at, taking.of)} />
      )}
      <Button look="primary" busy={taking !== null} disabled={chosen.length === 0} onClick={() => void take()}>
        {takeWords(chosen.length, isBook)}
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
        {asks !== null && <TableColumns isChanged={asks === 'changed'} onRead={shop.show} />}
        {asks === null && products === null && problem === null && <p role="status">{t('shop_reading', name)}</p>}
        {asks === null && products?.length === 0 && <p>{t('shop_empty', name)}</p>}
        {taken !== null && <ShopResults shop={name} taken={taken} onOpen={onOpen} onMore={shop.readAgain} />}
        {takenMakers !== null && <PeopleResults taken={takenMakers} onMore={shop.readAgain} />}
        {isPicking && (
          <>
            <p class="soft">{t(isBook ? 'own_table_people_hint' : 'shop_hint')}</p>
            {kind === 'table' && products.length >= TABLE_ROWS_MAX && (
              <Notice look="warn">{t('own_table_cut', TABLE_ROWS_MAX)}</Notice>
            )}
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
            {kind === 'table' && (
              <Button look="quiet" onClick={shop.askColumns}>
                {t('own_table_again')}
              </Button>
            )}
          </>
        )}
      </main>
    </PanelFrame>
  );
}

function takeWords(count: number, isBook: boolean): string {
  if (count === 0) return t(isBook ? 'own_table_none_picked' : 'shop_none_picked');
  if (isBook) return t('own_table_take_people', count);
  return count === 1 ? t('shop_take_one') : t('shop_take_some', count);
}
