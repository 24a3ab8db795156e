import { useCode } from '#components/background/code.ts';
import type { DraftStore } from '#components/draft/draftStore.ts';
import { ShopOffer } from '#components/import/ShopOffer.tsx';
import { ListWaiting } from '#components/productList/Offers.tsx';
import { Button } from '#components/ui/Button.tsx';
import { Notice } from '#components/ui/Notice.tsx';
import { t } from '#utils/i18n/t.ts';
import { isBlankAndNew } from '#utils/listing/blank.ts';
import type { Output } from '#utils/messages.ts';
import type { PanelVillage } from '#utils/model/site.ts';
import { ConsignedFirst } from './ConsignedFirst.tsx';
import { HomeTab } from './HomeTab.tsx';
import { beginningsCode } from './LazyList.tsx';
import { ShownIn } from './ShownIn.tsx';
import { TemplateBanner } from './TemplateBanner.tsx';
import type { Prefill } from './usePrefill.ts';
import type { SourceView } from './useSource.ts';
import { WaitingFirst } from './WaitingFirst.tsx';
import { WhichSite } from './WhichSite.tsx';
import { WhichVillage } from './WhichVillage.tsx';

interface Props {
  opened: Output<'panel/open'>;
  store: DraftStore;
  village: PanelVillage;
  prefill: Prefill;
  source: SourceView;
  /** The product is another village's now. */
  onVillage: (village: PanelVillage) => void;
  onForm: (listingId: string) => void;
  onNew: () => void;
  onShop: () => void;
  onList: () => void;
}

/** Above the form: what waits, for whom the product is, and what it may begin with. */
export function Beginning({
  opened,
  store,
  village,
  prefill,
  source,
  onVillage,
  onForm,
  onNew,
  onShop,
  onList,
}: Props) {
  const code = useCode(beginningsCode);
  const { draft } = store;
  const isNew = draft.baseRev === 0;
  return (
    <>
      <HomeTab />
      {isBlankAndNew(draft) && <ConsignedFirst onForm={onForm} />}
      {isBlankAndNew(draft) && <WaitingFirst siteUrl={opened.site?.url ?? null} onForm={onForm} />}
      <WhichSite store={store} onVillage={onVillage} onNew={onNew} />
      <WhichVillage village={village} draftId={draft.id} isOfSite={draft.siteUrl !== null} onChosen={onVillage} />
      {!isNew && (
        <Notice actions={<Button onClick={onNew}>{t('panel_new')}</Button>}>
          {t('panel_editing', opened.draft.form.name)}
        </Notice>
      )}
      {opened.sold !== null && code && isBlankAndNew(draft) && <code.SoldNotice sold={opened.sold} onForm={onForm} />}
      {isNew && code && <code.PrefillBanner prefill={prefill} />}
      {isNew && <TemplateBanner store={store} last={opened.last} />}
      {isNew && code && <code.FromPage source={source} />}
      {isNew && code && <code.Twin store={store} onForm={onForm} />}
      {isNew && draft.shownIn !== undefined && (
        <ShownIn
          value={draft.shownIn}
          isProduct={draft.prefilled?.ofProduct !== undefined}
          onChange={(shownIn) => store.change((now) => ({ ...now, shownIn }))}
        />
      )}
      {isNew && <ShopOffer site={opened.site} onShop={onShop} />}
      {isNew && <ListWaiting onList={onList} />}
    </>
  );
}
