import { dateTimeWib } from '#contract/format.ts';
import { maskPlace } from '#contract/maskPlace.ts';
import { readSheets, type Sheet, sheetsOf } from '#marketplace/villages/sheets.ts';
import { placeText } from '#marketplace/web/place.ts';
import { Qr } from '#marketplace/web/Qr.tsx';
import { link } from '#marketplace/web/view.ts';
import { type DeskRequest, deskPage, renderDesk } from './desk.tsx';

/** The invites of a sitting, a sheet of paper for each village. Its address is a key to all of them. */
export const sheets = deskPage(
  async (r) => {
    const secret = readSheets(r.param('lembar'));
    const all = secret === null ? [] : await sheetsOf(r.deps, secret);
    if (all.length === 0)
      return renderDesk(
        r,
        { title: r.t('sheetsGone'), current: '/pengelola/desa', status: 404 },
        <p>{r.t('sheetsGoneText')}</p>,
      );
    return renderDesk(
      r,
      { title: r.t('sheetsTitle', all.length), current: '/pengelola/desa' },
      <Sheets r={r} all={all} />,
    );
  },
  { role: 'operator' },
);

const STEPS = [1, 2, 3, 4] as const;

function Sheets({ r, all }: { r: DeskRequest; all: Sheet[] }) {
  const { t, view } = r;
  return (
    <>
      <div class="no-print stack">
        <p>{t('sheetsText')}</p>
        <p class="notice notice-warn">{t('sheetsSecret')}</p>
        <p>
          <a href={link(view, '/pengelola/desa')}>{t('toVillages')}</a>
        </p>
      </div>
      {all.map((sheet) => (
        <OneSheet key={sheet.url} r={r} sheet={sheet} />
      ))}
    </>
  );
}

function OneSheet({ r, sheet: { village, url, state, expiresAt } }: { r: DeskRequest; sheet: Sheet }) {
  const { t, view } = r;
  const said = maskPlace(village);
  if (state !== 'open')
    return (
      <p class="card pad no-print">
        <b>{said.name}</b>: {t(`sheet_${state}`)}
      </p>
    );
  return (
    <section class="card pad sheet">
      <p class="sheet-market">{view.t('brand')}</p>
      <h2>{said.name}</h2>
      <p>{placeText(view, said)}</p>
      <ol class="steps">
        {STEPS.map((step) => (
          <li key={step}>{t(`sheetStep_${step}`)}</li>
        ))}
      </ol>
      <div class="sheet-key">
        <Qr address={url} label={t('sheetQr', said.name)} />
        <p>
          {t('sheetAddress')}
          <b>{url.replace(/^https?:\/\//, '')}</b>
          <span>{t('sheetUntil', dateTimeWib(expiresAt, view.locale))}</span>
          <span>{t('sheetOnce')}</span>
        </p>
      </div>
    </section>
  );
}
