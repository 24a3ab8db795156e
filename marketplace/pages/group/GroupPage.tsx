import { rupiah } from '#contract/format.ts';
import { SHARED } from '#contract/i18n/shared.ts';
import { titleOf } from '#marketplace/groups/name.ts';
import type { Group } from '#marketplace/groups/read.ts';
import { BULK_MAX } from '#marketplace/inquiries/bulk/room.ts';
import { renderPage } from '#marketplace/web/document.tsx';
import { link, type View } from '#marketplace/web/view.ts';
import { GROUP, groupIssue } from '#marketplace/words/index.ts';
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
    canonical: after === null && part === null ? { path } : null,
    query: group.label,
    jsonLd: part === null ? groupData(view, group) : [],
    sheets: ['group'] as const,
    ...(photo && { image: { ...photo, url: `${view.baseUrl}/photos/${photo.hash}/1280.jpg` } }),
  };
  return renderPage(view, meta, <GroupPage view={view} data={data} title={title} />);
}

const headingOf = ({ locale }: View, group: Group): string =>
  GROUP[locale](group.hasMore ? 'headingMany' : 'heading', titleOf(group), group.offers.length);

function GroupPage({ view, data, title }: { view: View; data: GroupPageData; title: string }) {
  const t = GROUP[view.locale];
  const { group, next, after } = data;
  const path = `/produk/${group.slug}`;
  const action = `${link(view, `${path}/tanya`, { sesudah: after })}#tanya`;
  return (
    <section class="block group">
      <h1>{title}</h1>
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
            formaction={link(view, `${path}/tanya`, { sesudah: next })}
            formnovalidate
          >
            {view.t('more')}
          </button>
        )}
        <TickedElsewhere view={view} data={data} />
        {group.hasMore && next === null && (
          <p class="soft">
            {t('onlyRead', group.read)} <a href={link(view, '/cari', { q: group.label })}>{t('onlyReadLink')}</a>
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
    <p class="group-prices">
      <b>{t('lowest', money(prices.lowest), per)}</b>
      <span>{t('middle', money(prices.median), per, prices.villages)}</span>
    </p>
  );
}
