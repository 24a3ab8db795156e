import { dateTimeWib } from '#contract/format.ts';
import { maskPlace } from '#contract/maskPlace.ts';
import { maskPhones } from '#contract/phonesInText.ts';
import { type FoundListing, searchListings } from '#marketplace/admin/listingSearch.ts';
import { type DeviceSummary, devicesOf } from '#marketplace/admin/queries.ts';
import { FormToken } from '#marketplace/console/Frame.tsx';
import { villageOf } from '#marketplace/console/village.ts';
import type { VillageTables } from '#marketplace/db/tables/villages.ts';
import { readProfile } from '#marketplace/villages/profile.ts';
import { newSheets } from '#marketplace/villages/sheets.ts';
import { type AskedSite, sitesAsked } from '#marketplace/villages/siteRequests.ts';
import { placeText } from '#marketplace/web/place.ts';
import { link } from '#marketplace/web/view.ts';
import { Action, type DeskRequest, deskPage, renderDesk, SiteLink } from './desk.tsx';
import { ListingRow } from './listings.tsx';
import { CHIPS } from './villages.tsx';

type Village = VillageTables['villages'];

const LISTINGS = 20;

/** One village: how it stands, its sites, devices and products. */
export const village = deskPage(async (r) => {
  const { deps } = r;
  const of = await villageOf(r.deps, r.param('slug'));
  const listings = await searchListings(deps, { words: '', villageId: of.id, limit: LISTINGS + 1 });
  const devices = r.mayAct ? await devicesOf(deps, of.id) : [];
  return renderDesk(
    r,
    { title: maskPhones(of.name), current: '/pengelola/desa' },
    <>
      <Standing r={r} of={of} />
      <Sites r={r} of={of} asked={await sitesAsked(deps, of.id)} />
      {r.mayAct && <Devices r={r} of={of} devices={devices} />}
      <Profile r={r} profile={await readProfile(deps.db, of.id)} />
      <Listings r={r} of={of} listings={listings} />
    </>,
  );
});

function Standing({ r, of }: { r: DeskRequest; of: Village }) {
  const { t, view } = r;
  const path = `/pengelola/desa/${of.slug}`;
  return (
    <section class="stack">
      <p>
        <span class={CHIPS[of.status]}>{t(`status_${of.status}`)}</span> {placeText(view, maskPlace(of))}
      </p>
      <p class="hint">{t(`status_${of.status}_text`)}</p>
      <div class="console-buttons">
        {of.status !== 'approved' && (
          <Action
            r={r}
            to={`${path}/terima`}
            label={t(of.status === 'blocked' ? 'unblock' : 'approve')}
            look="btn btn-primary"
          />
        )}
        {of.status !== 'blocked' && (
          <Action r={r} to={`${path}/undang`} label={t('inviteAgain')} fields={{ lembar: newSheets() }} />
        )}
        {r.mayAct && of.status !== 'blocked' && (
          <a class="btn btn-danger" href={link(view, `${path}/tangguhkan`)}>
            {t('suspend')}
          </a>
        )}
        {of.status === 'approved' && <a href={link(view, `/desa/${of.slug}`)}>{t('toPublic')}</a>}
        <a href={link(view, '/pengelola/angka', { desa: of.slug })}>{t('toFigures')}</a>
      </div>
    </section>
  );
}

function Sites({ r, of, asked }: { r: DeskRequest; of: Village; asked: AskedSite[] }) {
  const { t, view } = r;
  const ke = `/pengelola/desa/${of.slug}`;
  return (
    <section class="stack">
      <h2>{t('sites')}</h2>
      <ul class="console-list narrow">
        {of.sites.map((site) => (
          <li class="card console-row" key={site}>
            <SiteLink address={site} />
          </li>
        ))}
        {asked.map(({ site, isRefused }) => (
          <li class="card console-row" key={site}>
            <span>
              <SiteLink address={site} />
              <br />
              <small>{t(isRefused ? 'siteIsRefused' : 'siteIsAsked')}</small>
            </span>
            <span class="console-buttons">
              <Action
                r={r}
                to="/pengelola/situs/tambah"
                label={t('siteAdd')}
                fields={{ desa: of.slug, situs: site, ke }}
              />
              {!isRefused && (
                <Action
                  r={r}
                  to="/pengelola/situs/tolak"
                  label={t('siteRefuse')}
                  fields={{ desa: of.slug, situs: site, ke }}
                />
              )}
            </span>
          </li>
        ))}
      </ul>
      {r.mayAct && (
        <form class="desk-find" method="post" action={link(view, '/pengelola/situs/tambah')}>
          <FormToken r={r} />
          <input type="hidden" name="desa" value={of.slug} />
          <input type="hidden" name="ke" value={ke} />
          <div class="field">
            <label for="situs-baru">{t('siteNew')}</label>
            <input id="situs-baru" name="situs" type="url" maxLength={300} placeholder="https://" required />
          </div>
          <button class="btn" type="submit">
            {t('siteAdd')}
          </button>
        </form>
      )}
    </section>
  );
}

function Devices({ r, of, devices }: { r: DeskRequest; of: Village; devices: DeviceSummary[] }) {
  const { t, view } = r;
  return (
    <section class="stack">
      <h2>{t('devices')}</h2>
      {devices.length === 0 && <p>{t('devicesNone')}</p>}
      <ul class="console-list narrow">
        {devices.map(({ id, name, kind, lastSeenAt }) => (
          <li class="card console-row" key={id}>
            <span>
              <b>{name}</b>
              <br />
              <small>
                {t(`device_${kind}`)} ·{' '}
                {lastSeenAt === null ? t('deviceNever') : t('deviceSeen', dateTimeWib(lastSeenAt, view.locale))}
              </small>
            </span>
            <Action r={r} to={`/pengelola/desa/${of.slug}/cabut`} label={t('revoke')} fields={{ perangkat: id }} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What everybody reads of the village; a number that an old row holds is masked, as there. */
function Profile({ r, profile }: { r: DeskRequest; profile: Awaited<ReturnType<typeof readProfile>> }) {
  const { t } = r;
  const said = [
    ...(r.mayAct && profile.head ? [[t('profileHead'), profile.head]] : []),
    ...(profile.hours ? [[t('profileHours'), profile.hours]] : []),
    ...(r.mayAct && profile.about ? [[t('profileAbout'), profile.about]] : []),
    ...(profile.place ? [[t('profilePlace'), `${profile.place.lat}, ${profile.place.lng}`]] : []),
  ];
  return (
    <section class="stack">
      <h2>{t('profile')}</h2>
      {said.length === 0 && <p>{t('profileNone')}</p>}
      {said.map(([label = '', text = '']) => (
        <p key={label}>
          <b>{label}:</b> {maskPhones(text)}
        </p>
      ))}
    </section>
  );
}

function Listings({ r, of, listings }: { r: DeskRequest; of: Village; listings: FoundListing[] }) {
  const { t, view } = r;
  return (
    <section class="stack">
      <h2>{t('listings')}</h2>
      {listings.length === 0 && <p>{t('listingsNone')}</p>}
      <ul class="console-list">
        {listings.slice(0, LISTINGS).map((listing) => (
          <ListingRow key={listing.id} r={r} listing={listing} back={`/pengelola/desa/${of.slug}`} />
        ))}
      </ul>
      {listings.length > LISTINGS && (
        <a class="btn btn-wide" href={link(view, '/pengelola/produk', { q: of.name })}>
          {t('listingsAll')}
        </a>
      )}
    </section>
  );
}

/** What suspending a village means, before it is done: the page asks for a proof, so that the button finds a fresh one. */
export const suspendAsked = deskPage(
  async (r) => {
    const of = await villageOf(r.deps, r.param('slug'));
    const path = `/pengelola/desa/${of.slug}`;
    return renderDesk(
      r,
      { title: r.t('suspendTitle', maskPhones(of.name)), current: '/pengelola/desa' },
      <>
        <p>{r.t('suspendText')}</p>
        <div class="console-buttons">
          <Action r={r} to={`${path}/tangguhkan`} label={r.t('suspend')} look="btn btn-danger" />
          <a class="btn" href={link(r.view, path)}>
            {r.t('cancel')}
          </a>
        </div>
      </>,
    );
  },
  { role: 'operator', fresh: true },
);
