import { Button } from '#components/ui/Button.tsx';
import { saveText } from '#components/ui/saveText.ts';
import { VillageTag } from '#components/villages/VillageTag.tsx';
import { findVillage, useVillages, villageLabel } from '#components/villages/villages.ts';
import { dateWib, rupiah, termsText } from '#contract/format.ts';
import { locale, t } from '#utils/i18n/t.ts';
import { byMonth, counts, type Deal, deals, dealsCsv } from '#utils/inquiries/deals.ts';
import type { KnownVillage } from '#utils/model/site.ts';
import type { StoredInquiry } from '#utils/model/stored.ts';
import { STATE_WORDS, StateChip } from './StateChip.tsx';

/** What was agreed, by month, with totals and a file for the spreadsheet. */
export function Deals({ inquiries, onOpen }: { inquiries: StoredInquiry[]; onOpen: (inquiryId: string) => void }) {
  const villages = useVillages();
  const list = deals(inquiries);
  if (list.length === 0)
    return (
      <div class="empty">
        <h2>{t('deals_empty_title')}</h2>
        <p>{t('deals_empty_text')}</p>
      </div>
    );
  return (
    <div class="stack">
      <div class="row spread">
        <p class="soft">{t('deals_note')}</p>
        <Button onClick={() => download(list, villages)}>{t('deals_csv')}</Button>
      </div>
      {byMonth(list).map(({ month, deals: of, total }) => (
        <section key={month}>
          <h2 class="month">
            <span>{dateWib(`${month}-15T00:00:00.000Z`, locale()).replace(/^\d+ /, '')}</span>
            <span>{rupiah(total, locale())}</span>
          </h2>
          <ul class="list">
            {of.map((deal) => (
              <li key={deal.inquiry.id}>
                <button type="button" class="deal" data-row onClick={() => onOpen(deal.inquiry.id)}>
                  <span class="inquiry-top">
                    <span class="inquiry-name">{deal.inquiry.listing.name}</span>
                    <StateChip state={deal.inquiry.state} />
                  </span>
                  <span class={counts(deal) ? '' : 'struck'}>
                    {termsText(deal.terms, deal.inquiry.listing, locale())}
                  </span>
                  <span class="soft">
                    <VillageTag village={deal.inquiry.village} />
                    {deal.inquiry.buyer.name ?? t('buyer_unnamed')} · {dateWib(deal.at, locale())}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function download(list: Deal[], villages: readonly KnownVillage[]): void {
  const header = t('deals_csv_header').split('|');
  const stateWord = ({ state }: StoredInquiry) => t(STATE_WORDS[state]);
  const villageOf = ({ village }: StoredInquiry) => {
    const own = findVillage(villages, village);
    return own === null ? '' : villageLabel(own, villages);
  };
  const csv =
    villages.length < 2
      ? dealsCsv(list, header, stateWord)
      : dealsCsv(list, [t('options_village'), ...header], stateWord, villageOf);
  saveText('dodolan-penjualan.csv', csv, 'text/csv');
}
