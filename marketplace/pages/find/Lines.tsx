import { PERMIT_NAMES } from '#contract/permits.ts';
import type { Place } from '#marketplace/listings/service.ts';
import { NEAR } from '#marketplace/pages/near/AskPosition.tsx';
import type { ListData } from '#marketplace/pages/Results.tsx';
import { link, type View } from '#marketplace/web/view.ts';
import { listLink } from './address.ts';
import { wordsOf } from './texts.ts';

/** What the words also asked for and this list does not do, each with the way to it. */
export function Lines({ view, data }: { view: View; data: ListData }) {
  const t = wordsOf(view);
  const { near, permitted } = data;
  return (
    <>
      {near && (
        <p class="find-line">
          {t('nearNot')} <a href={nearLink(view, near.from)}>{t('nearLink')}</a>
        </p>
      )}
      {permitted && (
        <p class="find-line">
          {t('permitInName', PERMIT_NAMES[permitted.permit])}{' '}
          <a href={listLink(view, permitted)}>{t('permitOnly', PERMIT_NAMES[permitted.permit])}</a>
        </p>
      )}
    </>
  );
}

/** By distance from the kecamatan that was named, where one was. */
function nearLink(view: View, from: Place | null): string {
  const [pair] = from?.within ?? [];
  return link(view, NEAR, pair && from?.district ? { kab: pair.regencyKey, kec: pair.districtKey } : {});
}

/** What an order by price compares, where packs of several sizes stand in the list. */
export function PriceOrder({ view, data }: { view: View; data: ListData }) {
  const { sort } = data.ask;
  if ((sort !== 'cheapest' && sort !== 'dearest') || !data.listings.some(({ packSize }) => packSize !== null))
    return null;
  return <p class="hint">{wordsOf(view)('pricePerPack')}</p>;
}

/** Lists only go forward, so that they cost the same however long they are; this leads to where they begin. */
export function ToStart({ view, href }: { view: View; href: string }) {
  return (
    <p class="find-start">
      <a href={href}>{wordsOf(view)('toStart')}</a>
    </p>
  );
}
