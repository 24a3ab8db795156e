import { maskPhones } from '#contract/phonesInText.ts';
import type { VillageSummary } from '#marketplace/admin/queries.ts';
import { searchVillages, type VillageStatus } from '#marketplace/admin/villageList.ts';
import { hostOf, langParam, link } from '#marketplace/web/view.ts';
import { type DeskRequest, deskPage, renderDesk } from './desk.tsx';

const SHOWN = 50;
export const STATUSES = ['waiting', 'approved', 'blocked'] as const satisfies VillageStatus[];

/** Every village, with a part of its name or site and by its status. */
export const villages = deskPage(async (r) => {
  const { deps, query, t } = r;
  const words = query('q').slice(0, 120);
  const status = STATUSES.find((one) => one === query('status')) ?? null;
  const found = await searchVillages(deps, { words, status, after: query('setelah') || null, limit: SHOWN + 1 });
  return renderDesk(
    r,
    { title: t('villagesTitle'), current: '/pengelola/desa' },
    <VillagesBody r={r} words={words} status={status} found={found} />,
  );
});

function VillagesBody(props: { r: DeskRequest; words: string; status: VillageStatus | null; found: VillageSummary[] }) {
  const { r, words, status, found } = props;
  const { t, view, deps } = r;
  const shown = found.slice(0, SHOWN);
  return (
    <>
      {r.mayAct && (
        <p>
          <a class="btn btn-primary" href={link(view, '/pengelola/undang')}>
            {t('invite')}
          </a>
        </p>
      )}
      <FindForm
        r={r}
        path="/pengelola/desa"
        words={words}
        label={t('villagesFind')}
        choice={{
          name: 'status',
          legend: t('status'),
          all: t('statusAll'),
          value: status,
          options: STATUSES.map((one) => [one, t(`status_${one}`)]),
        }}
      />
      {status === 'waiting' && <p class="hint">{t(deps.config.trustDesaId ? 'desaIdOn' : 'desaIdOff')}</p>}
      {shown.length === 0 ? (
        <p class="notice">{t(words === '' && status === null ? 'villagesNone' : 'foundNone')}</p>
      ) : (
        <ul class="console-list">
          {shown.map(({ slug, name, status: stands, sites, listings }) => (
            <li class="card console-row" key={slug}>
              <span>
                <a href={link(view, `/pengelola/desa/${slug}`)}>
                  <b>{maskPhones(name)}</b>
                </a>
                <br />
                <small>
                  {sites.map(hostOf).join(', ')} · {t('products', listings)}
                </small>
              </span>
              <span class={CHIPS[stands]}>{t(`status_${stands}`)}</span>
            </li>
          ))}
        </ul>
      )}
      {found.length > SHOWN && (
        <a
          class="btn btn-wide"
          href={link(view, '/pengelola/desa', { q: words || null, status, setelah: shown.at(-1)?.slug ?? null })}
        >
          {t('next')}
        </a>
      )}
    </>
  );
}

export const CHIPS: Record<VillageStatus, string> = {
  approved: 'chip',
  waiting: 'chip chip-warn',
  blocked: 'chip chip-bad',
};

/** Words to find by, and one choice of a few. */
export function FindForm(props: {
  r: DeskRequest;
  path: string;
  words: string;
  label: string;
  choice: {
    name: string;
    legend: string;
    all: string;
    value: string | null;
    options: [value: string, label: string][];
  };
}) {
  const { r, path, words, label, choice } = props;
  const lang = langParam(r.view.locale);
  return (
    <form class="desk-find" method="get" action={path}>
      {lang !== null && <input type="hidden" name="lang" value={lang} />}
      <div class="field">
        <label for="cari">{label}</label>
        <input id="cari" name="q" type="search" maxLength={120} value={words} />
      </div>
      <div class="field">
        <label for="pilih">{choice.legend}</label>
        <select id="pilih" name={choice.name}>
          <option value="">{choice.all}</option>
          {choice.options.map(([value, text]) => (
            <option key={value} value={value} selected={value === choice.value}>
              {text}
            </option>
          ))}
        </select>
      </div>
      <button class="btn" type="submit">
        {r.t('find')}
      </button>
    </form>
  );
}
