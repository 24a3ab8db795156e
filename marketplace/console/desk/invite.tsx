import { inviteMany, LINES_MAX, readVillageLines, type VillageLine } from '#marketplace/admin/inviteMany.ts';
import { FormToken } from '#marketplace/console/Frame.tsx';
import { record } from '#marketplace/operators/audit.ts';
import { field } from '#marketplace/pages/thread/form.ts';
import { newSheets, readSheets } from '#marketplace/villages/sheets.ts';
import { seeOther } from '#marketplace/web/respond.ts';
import { link } from '#marketplace/web/view.ts';
import { type DeskRequest, deskForm, deskPage, renderDesk } from './desk.tsx';

/** What was typed and how it was understood; null before anything was. */
interface Typed {
  form: URLSearchParams;
  lines: VillageLine[];
  isMany: boolean;
}

const CELLS = ['nama', 'situs', 'kecamatan', 'kabupaten'] as const;

/** Where one village or a pasted list of many is invited. */
export const invite = deskPage((r) => page(r, null), { role: 'operator' });

function page(r: DeskRequest, typed: Typed | null, status = 200) {
  return renderDesk(
    r,
    { title: r.t('inviteTitle'), current: '/pengelola/desa', status },
    <>
      {typed?.isMany && <Preview r={r} typed={typed} />}
      {!typed?.isMany && <One r={r} typed={typed} />}
      <Many r={r} typed={typed} />
    </>,
  );
}

function One({ r, typed }: { r: DeskRequest; typed: Typed | null }) {
  const { t, view } = r;
  const fault = typed?.lines[0]?.fault ?? (typed && typed.lines.length === 0 ? 'name' : null);
  return (
    <form class="card pad stack narrow" method="post" action={link(view, '/pengelola/undang/satu')}>
      <FormToken r={r} />
      <input type="hidden" name="lembar" value={newSheets()} />
      <h2>{t('inviteOne')}</h2>
      {fault !== null && (
        <p class="error" role="alert">
          {t(`fault_${fault}`)}
        </p>
      )}
      {CELLS.map((name) => (
        <div class="field" key={name}>
          <label for={`isi-${name}`}>{t(`cell_${name}`)}</label>
          <input
            id={`isi-${name}`}
            name={name}
            maxLength={300}
            autocomplete="off"
            value={typed?.form.get(name) ?? ''}
          />
        </div>
      ))}
      <Wait r={r} isOn={typed?.form.get('tunggu') === '1'} />
      <button class="btn btn-primary btn-large" type="submit">
        {t('inviteMake')}
      </button>
    </form>
  );
}

function Wait({ r, isOn }: { r: DeskRequest; isOn: boolean }) {
  return (
    <div class="field">
      <label class="check">
        <input type="checkbox" name="tunggu" value="1" checked={isOn} />
        <span>{r.t('inviteWaits')}</span>
      </label>
    </div>
  );
}

function Many({ r, typed }: { r: DeskRequest; typed: Typed | null }) {
  const { t, view } = r;
  return (
    <form class="card pad stack" method="post" action={link(view, '/pengelola/undang')}>
      <FormToken r={r} />
      <h2>{t('inviteMany')}</h2>
      <p class="hint">{t('inviteManyHow', LINES_MAX)}</p>
      <div class="field">
        <label for="isi-daftar">{t('inviteList')}</label>
        <textarea id="isi-daftar" name="daftar" rows={8} value={typed?.isMany ? field(typed.form, 'daftar') : ''} />
        <p class="hint">{t('inviteExample')}</p>
      </div>
      <Wait r={r} isOn={typed?.form.get('tunggu') === '1'} />
      <button class={typed?.isMany ? 'btn btn-large' : 'btn btn-primary btn-large'} type="submit">
        {t(typed?.isMany ? 'inviteLookAgain' : 'inviteLook')}
      </button>
    </form>
  );
}

/** How each line was understood, and the button that makes them, once none has a fault. */
function Preview({ r, typed: { form, lines } }: { r: DeskRequest; typed: Typed }) {
  const { t, view } = r;
  const faulty = lines.filter(({ fault }) => fault !== null).length;
  const isTooMany = lines.length > LINES_MAX;
  return (
    <section class="stack">
      <h2>{t('invitePreview')}</h2>
      {lines.length === 0 && <p class="notice notice-warn">{t('inviteEmpty')}</p>}
      {isTooMany && <p class="notice notice-bad">{t('inviteTooMany', LINES_MAX)}</p>}
      {faulty > 0 && <p class="notice notice-warn">{t('inviteFaulty', faulty)}</p>}
      {lines.length > 0 && (
        <table class="cards">
          <thead>
            <tr>
              {(['line', 'cell_nama', 'cell_situs', 'place', 'inviteOutcome'] as const).map((key) => (
                <th scope="col" key={key}>
                  {t(key)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.slice(0, LINES_MAX).map((line) => (
              <tr key={line.at}>
                <td data-label={t('line')}>{line.at}</td>
                <td data-label={t('cell_nama')}>{line.name}</td>
                <td data-label={t('cell_situs')}>{line.site}</td>
                <td data-label={t('place')}>{[line.district, line.regency].filter(Boolean).join(', ')}</td>
                <td data-label={t('inviteOutcome')}>
                  <Outcome r={r} line={line} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {lines.length > 0 && faulty === 0 && !isTooMany && (
        <form method="post" action={link(view, '/pengelola/undang/buat')}>
          <FormToken r={r} />
          <input type="hidden" name="lembar" value={newSheets()} />
          <input type="hidden" name="daftar" value={field(form, 'daftar')} />
          {form.get('tunggu') === '1' && <input type="hidden" name="tunggu" value="1" />}
          <button class="btn btn-primary btn-large" type="submit">
            {t('inviteMakeAll', lines.length)}
          </button>
        </form>
      )}
    </section>
  );
}

function Outcome({ r: { t }, line: { fault, known } }: { r: DeskRequest; line: VillageLine }) {
  if (fault !== null) return <b class="error">{t(`fault_${fault}`)}</b>;
  return <>{known === null ? t('inviteNew') : t('inviteKnown', known)}</>;
}

/** Shows how the pasted list was understood; makes nothing. */
export const inviteLooked = deskForm(async (r, form) => {
  const lines = await readVillageLines(r.deps, field(form, 'daftar'));
  return page(r, { form, lines, isMany: true });
});

/** Makes what the preview showed. A list that has a fault after all is shown again and makes nothing. */
export const inviteMade = deskForm(async (r, form) => {
  const lines = await readVillageLines(r.deps, field(form, 'daftar'));
  return make(r, { form, lines, isMany: true });
});

/** Makes one village and its invite. */
export const inviteOneMade = deskForm(async (r, form) => {
  const cells = CELLS.map((name) => field(form, name).replace(/\s+/g, ' '));
  const lines = await readVillageLines(r.deps, cells.some((cell) => cell.trim() !== '') ? cells.join('\t') : '');
  return make(r, { form, lines, isMany: false });
});

async function make(r: DeskRequest, typed: Typed) {
  const { form, lines } = typed;
  const sheets = readSheets(field(form, 'lembar'));
  const isWhole = lines.length > 0 && lines.length <= LINES_MAX && lines.every(({ fault }) => fault === null);
  if (sheets === null || !isWhole) return page(r, typed, 422);
  const made = await inviteMany(r.deps, lines, { sheets, waiting: form.get('tunggu') === '1' });
  for (const name of made) await record(r.deps, r.operator, { action: 'village_invited', subject: name });
  return seeOther(link(r.view, `/pengelola/undangan/${sheets}`));
}
