import { isSoldOut, rupiah } from '#contract/format.ts';
import { SHARED } from '#contract/i18n/shared.ts';
import { titleOf } from '#marketplace/groups/name.ts';
import type { Group } from '#marketplace/groups/read.ts';
import { BULK_MAX } from '#marketplace/inquiries/bulk/room.ts';
import { ToStart } from '#marketplace/pages/find/Lines.tsx';
import { placeName } from '#marketplace/pages/find/texts.ts';
import { renderPage } from '#marketplace/web/document.tsx';
import { link, type View } from '#marketplace/web/view.ts';
import { FIND, GROUP, groupIssue } from '#marketplace/words/index.ts';
import { AskMany } from './AskMany.tsx';
import { groupData } from './groupData.ts';
import { type GroupPageData, onlyVillage } from './model.ts';
import { Offers } from './Offers.tsx';

/** One product of many villages: what it costs, who has it, and one question to several of them. */
export function renderGroup(view: View, data: GroupPageData): string {
  const { group, after, part } = data;
  const t = GROUP[view.locale];
  const path = `/produk/${group.slug}`;
  const title = headingOf(view, group);
  const [photo] = group.offers[0]?.listing.photos ?? [];
  const meta = {
    title,
    description: t('description', titleOf(group), group.offers.length),
    canonical: after === null && part === null && !group.place ? { path } : null,
    query: group.label,
    jsonLd: part === null ? groupData(view, group) : [],
    sheets: ['group'] as const,
    ...(photo && { image: { ...photo, url: `${view.baseUrl}/photos/${photo.hash}/1280.jpg` } }),
  };
  return renderPage(view, meta, <GroupPage view={view} data={data} title={title} />);
}

function headingOf(view: View, group: Group): string {
  const { place, offers } = group;
  const heading = GROUP[view.locale](group.hasMore ? 'headingMany' : 'heading', titleOf(group), offers.length);
  return place ? FIND[view.locale]('inPlace', heading, placeName(view, place)) : heading;
}

function GroupPage({ view, data, title }: { view: View; data: GroupPageData; title: string }) {
  const t = GROUP[view.locale];
  const { group, next, after } = data;
  const path = `/produk/${group.slug}`;
  const di = group.place?.key ?? null;
  const action = `${link(view, `${path}/tanya`, { di, sesudah: after })}#tanya`;
  return (
    <section class="block group">
      <h1>{title}</h1>
      <PlaceChip view={view} data={data} />
      {after !== null && <ToStart view={view} href={link(view, path, { di })} />}
      <Prices view={view} group={group} />
      {/* The fragment survives the post: a page that comes back with messages opens at the form. */}
      <form method="post" action={action} class="group-form">
        {/* Enter in a field presses the first button of a form: it must send, and not turn the page. */}
        <button type="submit" hidden tabIndex={-1} aria-hidden="true" />
        <p class="soft">{onlyVillage(group) !== null ? t('leadOne') : t('lead', BULK_MAX)}</p>
        {data.issues.map(
          ({ path: at, code, values = [] }) =>
            at === 'chosen' && (
              <p class="notice notice-bad" key={code}>
                {groupIssue(view.locale, code, { values })}
              </p>
            ),
        )}
        <Offers view={view} offers={data.shown} prices={group.prices} places={data.places} chosen={data.form.chosen} />
        {group.prices !== null && data.shown.some(({ compared }) => compared === null) && (
          <p class="hint">{t('someNotCompared')}</p>
        )}
        {next && (
          <button
            class="btn btn-wide"
            type="submit"
            name="lanjut"
            value="ya"
            formaction={link(view, `${path}/tanya`, { di, sesudah: next })}
            formnovalidate
          >
            {view.t('more')}
          </button>
        )}
        <TickedElsewhere view={view} data={data} />
        {group.hasMore && next === null && (
          <p class="soft">
            {t('onlyRead', group.read)} <a href={link(view, '/cari', { q: group.label, di })}>{t('onlyReadLink')}</a>
          </p>
        )}
        <p class="group-bar">
          <span class="picked">{t('picked')}</span>
          <a class="btn btn-primary" href="#tanya">
            {t('write')}
          </a>
        </p>
        <AskMany view={view} data={data} />
      </form>
    </section>
  );
}

/** What was ticked on the other pages stays ticked, and can be unticked here. */
function TickedElsewhere({ view, data: { group, shown, form } }: { view: View; data: GroupPageData }) {
  const here = new Set(shown.map(({ listing }) => listing.id));
  const ticked = group.offers.filter(({ listing }) => form.chosen.includes(listing.id) && !here.has(listing.id));
  if (ticked.length === 0) return null;
  return (
    <fieldset class="card pad">
      <legend>{GROUP[view.locale]('tickedElsewhere')}</legend>
      {ticked.map(({ listing }) => (
        <label class="check offer-pick" key={listing.id}>
          <input type="checkbox" name="desa" value={listing.id} checked />
          <span>{listing.village.name}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Prices({ view, group }: { view: View; group: Group }) {
  const t = GROUP[view.locale];
  const { prices, offers } = group;
  if (prices === null) return offers.length > 1 ? <p class="notice">{t('notCompared')}</p> : null;
  const per = SHARED[view.locale](`per_${prices.per}`);
  const money = (amount: number) => rupiah(Math.round(amount), view.locale);
  return (
    <>
      <p class="group-prices">
        <b>{t('lowest', money(prices.lowest), per)}</b>
        <span>{t('middle', money(prices.median), per, prices.villages)}</span>
      </p>
      <NotCounted view={view} offers={offers} />
    </>
  );
}

/** Why the prices are of fewer villages than stand below. */
function NotCounted({ view, offers }: { view: View; offers: Group['offers'] }) {
  const t = FIND[view.locale];
  const soldOut = offers.filter(({ listing }) => isSoldOut(listing)).length;
  const other = offers.filter(({ listing, compared }) => !isSoldOut(listing) && compared === null).length;
  const reasons = [soldOut > 0 && t('outNow', soldOut), other > 0 && t('otherMeasure', other)].filter(Boolean);
  return reasons.length > 0 ? <p class="hint">{t('notCounted', reasons.join(', '))}</p> : null;
}

/** The place to which the villages are narrowed, as a link to all of them. */
function PlaceChip({ view, data }: { view: View; data: GroupPageData }) {
  const t = FIND[view.locale];
  const { group, isPlaceUnread } = data;
  if (isPlaceUnread) return <p class="notice notice-warn">{t('unread', t('place').toLowerCase())}</p>;
  if (!group.place) return null;
  return (
    <ul class="group-chips" aria-label={t('chosen')}>
      <li>
        <a href={link(view, `/produk/${group.slug}`)}>
          {placeName(view, group.place)} <span aria-hidden="true">×</span>
          <span class="visually-hidden">, {t('remove')}</span>
        </a>
      </li>
    </ul>
  );
}
