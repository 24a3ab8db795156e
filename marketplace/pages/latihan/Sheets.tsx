import { phoneText } from '#contract/phone.ts';
import { shortCodeText } from '#contract/shortCode.ts';
import type { sheetsOf } from '#marketplace/practice/room.ts';
import { renderPage } from '#marketplace/web/document.tsx';
import { Qr } from '#marketplace/web/Qr.tsx';
import type { View } from '#marketplace/web/view.ts';
import { PRACTICE } from '#marketplace/words/index.ts';
import { ReachNotice } from './ReachNotice.tsx';

type Sheet = Awaited<ReturnType<typeof sheetsOf>>[number];

/** One A4 sheet for each village of a room. */
export function renderSheets(view: View, sheets: Sheet[]): string {
  const t = PRACTICE[view.locale];
  return renderPage(
    view,
    { title: t('sheetsTitle'), canonical: null, isOffice: true, sheets: ['practice'] },
    <section class="block narrow">
      <h1 class="no-print">{t('sheetsTitle')}</h1>
      <p class="no-print">{t('sheetsHint')}</p>
      {sheets.map((sheet) => (
        <OneSheet key={sheet.invite} view={view} sheet={sheet} />
      ))}
    </section>,
  );
}

function OneSheet({ view, sheet: { name, invite, letters, phones } }: { view: View; sheet: Sheet }) {
  const t = PRACTICE[view.locale];
  const place = `${view.baseUrl.replace(/^https?:\/\//, '')}/k`;
  return (
    <article class="sheet">
      <ReachNotice view={view} />
      <h2>{name}</h2>
      <Qr address={invite} label={t('sheetQr', name)} />
      <p>
        {t('sheetInvite')}
        <span class="big">
          <br />
          {invite}
        </span>
      </p>
      <p>
        {t('sheetLetters')}: <b class="big">{shortCodeText(letters)}</b>
      </p>
      <p>
        {t('sheetPhone')}: <b class="big">{phones.slice(0, 1).map(phoneText)}</b> (
        {phones.slice(1).map(phoneText).join(', ')})
        <br />
        {t('sheetPhoneHint')}
      </p>
      <ol class="steps">
        {([1, 2, 3, 4, 5] as const).map((step) => (
          <li key={step}>{step === 2 ? t('sheetStep_2', place) : t(`sheetStep_${step}`)}</li>
        ))}
      </ol>
    </article>
  );
}
