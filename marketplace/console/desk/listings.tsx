import { text } from '#contract';
import { type FoundListing, type ListingStanding, searchListings } from '#marketplace/admin/listingSearch.ts';
import { hideListing } from '#marketplace/listings/visibility.ts';
import { record } from '#marketplace/operators/audit.ts';
import { field } from '#marketplace/pages/thread/form.ts';
import { closeReports } from '#marketplace/reports/service.ts';
import { link } from '#marketplace/web/view.ts';
import { Action, type DeskRequest, deskForm, deskPage, done, HideForm, renderDesk } from './desk.tsx';
import { FindForm } from './villages.tsx';

const SHOWN = 50;
const STANDINGS = ['listed', 'quiet', 'hidden', 'withdrawn'] as const satisfies ListingStanding[];
const PATH = '/pengelola/produk';

/** Products by a part of their name, by their village or address, whether buyers see them or not. */
export const listings = deskPage(async (r) => {
  const { deps, query, t, view } = r;
  const words = query('q').slice(0, 200);
  const standing = STANDINGS.find((one) => one === query('keadaan')) ?? null;
  const found = await searchListings(deps, { words, standing, after: query('setelah') || null, limit: SHOWN + 1 });
  const shown = found.slice(0, SHOWN);
  const here = { q: words || null, keadaan: standing };
  const given = Object.entries(here).filter((entry): entry is [string, string] => entry[1] !== null);
  return renderDesk(
    r,
    { title: t('listingsTitle'), current: PATH },
    <>
      <FindForm
        r={r}
        path={PATH}
        words={words}
        label={t('listingsFind')}
        choice={{
          name: 'keadaan',
          legend: t('standing'),
          all: t('standingAll'),
          value: standing,
          options: STANDINGS.map((one) => [one, t(`standing_${one}`)]),
        }}
      />
      {shown.length === 0 && <p class="notice">{t('foundNone')}</p>}
      <ul class="console-list">
        {shown.map((listing) => (
          <ListingRow key={listing.id} r={r} listing={listing} back={`${PATH}?${new URLSearchParams(given)}`} />
        ))}
      </ul>
      {found.length > SHOWN && (
        <a class="btn btn-wide" href={link(view, PATH, { ...here, setelah: shown.at(-1)?.id ?? null })}>
          {t('next')}
        </a>
      )}
    </>,
  );
});

/** One product with how it stands, and the way to hide it or show it again. */
export function ListingRow({ r, listing, back }: { r: DeskRequest; listing: FoundListing; back: string }) {
  const { t, view } = r;
  const { id, slug, name, village, standing, hidden } = listing;
  return (
    <li class="card console-row">
      <span>
        {standing === 'listed' ? (
          <a href={link(view, `/p/${slug}`)}>
            <b>{name}</b>
          </a>
        ) : (
          <b>{name}</b>
        )}
        <br />
        <small>
          <a href={link(view, `/pengelola/desa/${village.slug}`)}>{village.name}</a> · {t(`standing_${standing}`)}
        </small>
        {r.mayAct && hidden !== null && <small class="desk-words">{t('hiddenBecause', hidden)}</small>}
      </span>
      {hidden === null ? (
        standing !== 'withdrawn' && <HideForm r={r} product={listing} back={back} />
      ) : (
        <Action r={r} to={`${PATH}/tampilkan`} label={t('show')} fields={{ produk: id, ke: back }} />
      )}
    </li>
  );
}

const Reason = text('reason', { min: 1, max: 2000 });

async function foundBy(r: DeskRequest, id: string): Promise<FoundListing | undefined> {
  if (!/^[0-9a-z]{16}$/.test(id)) return undefined;
  return (await searchListings(r.deps, { words: '', id, limit: 1 }))[0];
}

/** Hides a product with a reason that its village reads; what was reported of it is done with then. */
export const hidden = deskForm(async (r, form) => {
  const reason = Reason.safeParse(field(form, 'alasan'));
  const listing = await foundBy(r, field(form, 'produk'));
  if (!listing) return done(r, 'listing_none', PATH, form);
  if (!reason.success) return done(r, 'hidden_no_reason', PATH, form);
  if (listing.hidden !== reason.data) {
    await hideListing(r.deps, listing.id, reason.data);
    await record(r.deps, r.operator, { action: 'listing_hidden', subject: `/p/${listing.id}` });
  }
  await closeReports(r.deps, listing.id);
  return done(r, 'hidden', PATH, form);
});

/** Takes the operator's hiding back. Whether buyers see it then is also its village's to say. */
export const shown = deskForm(async (r, form) => {
  const listing = await foundBy(r, field(form, 'produk'));
  if (!listing) return done(r, 'listing_none', PATH, form);
  if (listing.hidden !== null) {
    await hideListing(r.deps, listing.id, null);
    await record(r.deps, r.operator, { action: 'listing_shown', subject: `/p/${listing.id}` });
  }
  return done(r, 'shown', PATH, form);
});
